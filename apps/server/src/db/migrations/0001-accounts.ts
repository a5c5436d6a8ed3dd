/** Keys, accounts, principals, their addresses and passwords, registrations. */
import type { Migration } from '../migration.ts'

export const accountsMigration: Migration = {
  name: '0001-accounts',
  up: ({ integer, options }) => [
    `CREATE TABLE data_key (
      key_id TEXT NOT NULL PRIMARY KEY, purpose TEXT NOT NULL, state TEXT NOT NULL, root_id TEXT NOT NULL,
      wrapped TEXT NOT NULL, created_at ${integer} NOT NULL) ${options}`,
    `CREATE TABLE account (
      account_id TEXT NOT NULL PRIMARY KEY, alias TEXT UNIQUE, created_at ${integer} NOT NULL) ${options}`,
    `CREATE TABLE principal (
      account_id TEXT NOT NULL REFERENCES account, principal_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('main', 'ram')),
      security_version ${integer} NOT NULL, created_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id)) ${options}`,
    `CREATE TABLE sign_in_name (
      name_key TEXT NOT NULL PRIMARY KEY, account_id TEXT NOT NULL, principal_id TEXT NOT NULL,
      FOREIGN KEY (account_id, principal_id) REFERENCES principal) ${options}`,
    `CREATE INDEX sign_in_name_owner ON sign_in_name (account_id, principal_id)`,
    `CREATE TABLE email (
      account_id TEXT NOT NULL, principal_id TEXT NOT NULL, address TEXT NOT NULL, address_key TEXT NOT NULL, verified_at ${integer},
      PRIMARY KEY (account_id, principal_id), FOREIGN KEY (account_id, principal_id) REFERENCES principal) ${options}`,
    `CREATE TABLE phone (
      account_id TEXT NOT NULL, principal_id TEXT NOT NULL, number TEXT NOT NULL, verified_at ${integer},
      PRIMARY KEY (account_id, principal_id), FOREIGN KEY (account_id, principal_id) REFERENCES principal) ${options}`,
    `CREATE TABLE password (
      account_id TEXT NOT NULL, principal_id TEXT NOT NULL, sealed TEXT NOT NULL, changed_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id), FOREIGN KEY (account_id, principal_id) REFERENCES principal) ${options}`,
    `CREATE TABLE set_up_token (
      token_hash TEXT NOT NULL PRIMARY KEY, created_at ${integer} NOT NULL) ${options}`,
    `CREATE TABLE registration (
      token_hash TEXT NOT NULL PRIMARY KEY, registration_id TEXT NOT NULL UNIQUE, address TEXT NOT NULL, sealed_password TEXT NOT NULL,
      set_up_token_hash TEXT, taken ${integer} NOT NULL, created_at ${integer} NOT NULL, expires_at ${integer} NOT NULL) ${options}`,
  ],
}
