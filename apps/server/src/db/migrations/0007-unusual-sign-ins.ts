/** What is usual of a principal's sign-ins, the links "It wasn't me", and passwords that are no longer good. */
import type { Migration } from '../migration.ts'

const owner = 'account_id TEXT NOT NULL, principal_id TEXT NOT NULL'
const ownerKey = 'FOREIGN KEY (account_id, principal_id) REFERENCES principal'

export const unusualSignInsMigration: Migration = {
  name: '0007-unusual-sign-ins',
  up: ({ integer, options }) => [
    `CREATE TABLE usual_sign_in (
      ${owner}, at ${integer} NOT NULL, address TEXT NOT NULL, PRIMARY KEY (account_id, principal_id), ${ownerKey}) ${options}`,
    `INSERT INTO usual_sign_in (account_id, principal_id, at, address)
      SELECT account_id, principal_id, usual_at, COALESCE(usual_address, '') FROM ram_user WHERE usual_at IS NOT NULL`,
    `ALTER TABLE ram_user DROP COLUMN usual_at`,
    `ALTER TABLE ram_user DROP COLUMN usual_address`,
    `CREATE TABLE seen_browser (
      ${owner}, token_hash TEXT NOT NULL, seen_at ${integer} NOT NULL, PRIMARY KEY (account_id, principal_id, token_hash), ${ownerKey}) ${options}`,
    `CREATE TABLE not_me_link (
      token_hash TEXT NOT NULL PRIMARY KEY, ${owner}, mailbox TEXT NOT NULL, password TEXT NOT NULL, browser TEXT NOT NULL,
      address TEXT NOT NULL, signed_in_at ${integer} NOT NULL, expires_at ${integer} NOT NULL, ${ownerKey}) ${options}`,
    `CREATE INDEX not_me_link_owner ON not_me_link (account_id, principal_id)`,
    `ALTER TABLE password ADD COLUMN void_at ${integer}`,
  ],
}
