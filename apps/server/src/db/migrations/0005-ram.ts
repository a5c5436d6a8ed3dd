/** RAM users, their first ways in, and the security settings of an account. */
import type { Migration } from '../migration.ts'

const owner = 'account_id TEXT NOT NULL, principal_id TEXT NOT NULL'
const ownerKey = 'FOREIGN KEY (account_id, principal_id) REFERENCES principal'

export const ramMigration: Migration = {
  name: '0005-ram',
  up: ({ integer, options }) => [
    `CREATE TABLE ram_user (
      ${owner}, name TEXT NOT NULL, name_key TEXT NOT NULL, display_name TEXT NOT NULL, comment TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'removed')), state_at ${integer} NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('none', 'ram_administrator', 'security_auditor', 'helpdesk')),
      mfa_bind_required ${integer} NOT NULL, password_state TEXT NOT NULL CHECK (password_state IN ('none', 'invited', 'must_change', 'own')),
      first_password_ends_at ${integer}, grace_until ${integer}, reminded_at ${integer},
      last_sign_in_at ${integer}, last_address TEXT, usual_at ${integer}, usual_address TEXT, created_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id), ${ownerKey}) ${options}`,
    `CREATE UNIQUE INDEX ram_user_name ON ram_user (account_id, name_key)`,
    `CREATE INDEX ram_user_bin ON ram_user (state, state_at)`,
    `CREATE INDEX ram_user_listing ON ram_user (account_id, state, name_key)`,
    `CREATE INDEX email_listing ON email (account_id, address_key, principal_id)`,
    `CREATE TABLE security_settings (
      account_id TEXT NOT NULL PRIMARY KEY REFERENCES account, who_must TEXT NOT NULL, grace_days ${integer} NOT NULL,
      users_manage_devices ${integer} NOT NULL, networks TEXT NOT NULL,
      session_hours ${integer} NOT NULL, minimum_password_length ${integer} NOT NULL, enforced_at ${integer}) ${options}`,
    `CREATE TABLE invitation (
      token_hash TEXT NOT NULL PRIMARY KEY, ${owner}, address TEXT NOT NULL, expires_at ${integer} NOT NULL, ${ownerKey}) ${options}`,
    `CREATE INDEX invitation_owner ON invitation (account_id, principal_id)`,
    `CREATE TABLE bypass_code (
      ${owner}, mac TEXT NOT NULL, tries ${integer} NOT NULL, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id), ${ownerKey}) ${options}`,
  ],
}
