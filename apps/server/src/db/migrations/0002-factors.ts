/** Virtual MFA devices, recovery codes, security questions, codes by mail and phone. */
import type { Migration } from '../migration.ts'

const owner = 'account_id TEXT NOT NULL, principal_id TEXT NOT NULL'
const ownerKey = 'FOREIGN KEY (account_id, principal_id) REFERENCES principal'

export const factorsMigration: Migration = {
  name: '0002-factors',
  up: ({ integer, options }) => [
    `CREATE TABLE mfa_device (
      ${owner}, device_id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, slug TEXT NOT NULL,
      algorithm TEXT NOT NULL, digits ${integer} NOT NULL, period_seconds ${integer} NOT NULL, sealed_key TEXT NOT NULL,
      last_step ${integer} NOT NULL, drift_steps ${integer} NOT NULL, bound_at ${integer} NOT NULL, last_used_at ${integer},
      PRIMARY KEY (account_id, principal_id, device_id), ${ownerKey}) ${options}`,
    `CREATE UNIQUE INDEX mfa_device_name ON mfa_device (account_id, principal_id, name_key)`,
    `CREATE UNIQUE INDEX mfa_device_slug ON mfa_device (account_id, slug)`,
    `CREATE TABLE mfa_pending (
      ${owner}, binding_id TEXT NOT NULL, session_id TEXT NOT NULL, algorithm TEXT NOT NULL, digits ${integer} NOT NULL,
      period_seconds ${integer} NOT NULL, sealed_key TEXT NOT NULL, misses ${integer} NOT NULL, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id), ${ownerKey}) ${options}`,
    `CREATE TABLE recovery_code (
      ${owner}, position ${integer} NOT NULL, sealed TEXT NOT NULL, made_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id, position), ${ownerKey}) ${options}`,
    `CREATE TABLE security_question (
      ${owner}, position ${integer} NOT NULL, question_id TEXT NOT NULL, sealed_answer TEXT NOT NULL,
      PRIMARY KEY (account_id, principal_id, position), ${ownerKey}) ${options}`,
    `CREATE TABLE security_question_set (
      ${owner}, set_at ${integer} NOT NULL, off_at ${integer},
      PRIMARY KEY (account_id, principal_id), ${ownerKey}) ${options}`,
    `CREATE TABLE code (
      account_id TEXT NOT NULL, challenge_id TEXT NOT NULL, purpose TEXT NOT NULL, channel TEXT NOT NULL, destination TEXT NOT NULL,
      mac TEXT NOT NULL, sent_at ${integer} NOT NULL, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, challenge_id)) ${options}`,
    `CREATE TABLE verification (
      ${owner}, verification_id TEXT NOT NULL, session_id TEXT NOT NULL, purpose TEXT NOT NULL, state TEXT NOT NULL,
      method TEXT, proven_at ${integer}, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, session_id, purpose), ${ownerKey}) ${options}`,
    `CREATE TABLE address_change (
      ${owner}, change_id TEXT NOT NULL, session_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
      destination TEXT NOT NULL, taken ${integer} NOT NULL, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, session_id, kind), ${ownerKey}) ${options}`,
  ],
}
