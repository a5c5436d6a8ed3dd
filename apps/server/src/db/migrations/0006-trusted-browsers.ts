/** Trusted browsers, users who stay away, and earlier passwords: what the security settings hold of them and what is kept. */
import type { Migration } from '../migration.ts'

const owner = 'account_id TEXT NOT NULL, principal_id TEXT NOT NULL'
const ownerKey = 'FOREIGN KEY (account_id, principal_id) REFERENCES principal'

export const trustedBrowsersMigration: Migration = {
  name: '0006-trusted-browsers',
  up: ({ integer, options }) => [
    `ALTER TABLE known_device ADD COLUMN trusted_at ${integer}`,
    `ALTER TABLE known_device ADD COLUMN trusted_version ${integer}`,
    `CREATE INDEX known_device_browser ON known_device (token_hash)`,
    `ALTER TABLE session ADD COLUMN trusted_device TEXT`,
    `ALTER TABLE security_settings ADD COLUMN trust_browser_days ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE security_settings ADD COLUMN idle_days ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE security_settings ADD COLUMN idle_enforced_at ${integer}`,
    `ALTER TABLE security_settings ADD COLUMN password_history ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE ram_user ADD COLUMN idle_told_at ${integer}`,
    `CREATE TABLE past_password (
      ${owner}, password_id TEXT NOT NULL, sealed TEXT NOT NULL, kept_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id, password_id), ${ownerKey}) ${options}`,
  ],
}
