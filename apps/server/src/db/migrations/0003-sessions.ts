/** Sign-in attempts, sessions and known devices; each token stands only as its digest, in a narrow index table. */
import type { Migration } from '../migration.ts'

const owner = 'account_id TEXT NOT NULL, principal_id TEXT NOT NULL'
const ownerKey = 'FOREIGN KEY (account_id, principal_id) REFERENCES principal'

export const sessionsMigration: Migration = {
  name: '0003-sessions',
  up: ({ integer, options }) => [
    `CREATE TABLE attempt (
      ${owner}, attempt_id TEXT NOT NULL, account_name TEXT NOT NULL, proofs TEXT NOT NULL, security_version ${integer} NOT NULL,
      address TEXT NOT NULL, created_at ${integer} NOT NULL, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, attempt_id), ${ownerKey}) ${options}`,
    `CREATE INDEX attempt_owner ON attempt (account_id, principal_id, created_at)`,
    `CREATE TABLE attempt_token (
      token_hash TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, attempt_id TEXT NOT NULL,
      FOREIGN KEY (account_id, attempt_id) REFERENCES attempt ON DELETE CASCADE) ${options}`,
    `CREATE INDEX attempt_token_owner ON attempt_token (account_id, attempt_id)`,
    `CREATE TABLE session (
      ${owner}, session_id TEXT NOT NULL, proofs TEXT NOT NULL, security_version ${integer} NOT NULL, browser TEXT NOT NULL, address TEXT NOT NULL,
      opened_at ${integer} NOT NULL, full_at ${integer} NOT NULL, last_seen_at ${integer} NOT NULL, expires_at ${integer} NOT NULL,
      later_at ${integer}, unusual ${integer} NOT NULL, PRIMARY KEY (account_id, session_id), ${ownerKey}) ${options}`,
    `CREATE INDEX session_owner ON session (account_id, principal_id)`,
    `CREATE TABLE session_token (
      token_hash TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, session_id TEXT NOT NULL,
      FOREIGN KEY (account_id, session_id) REFERENCES session ON DELETE CASCADE) ${options}`,
    `CREATE INDEX session_token_owner ON session_token (account_id, session_id)`,
    `CREATE TABLE known_device (
      ${owner}, device_id TEXT NOT NULL, token_hash TEXT NOT NULL, browser TEXT NOT NULL, made_at ${integer} NOT NULL, last_seen_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id, device_id), ${ownerKey}) ${options}`,
    `CREATE UNIQUE INDEX known_device_token ON known_device (account_id, principal_id, token_hash)`,
  ],
}
