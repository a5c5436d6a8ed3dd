/** Groups of RAM users and who is in them; days count sign-ins by factor. */
import type { Migration } from '../migration.ts'

export const groupsMigration: Migration = {
  name: '0008-groups',
  up: ({ integer, options }) => [
    `CREATE TABLE user_group (
      account_id TEXT NOT NULL REFERENCES account, group_id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, comment TEXT NOT NULL,
      created_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, group_id)) ${options}`,
    `CREATE UNIQUE INDEX user_group_name ON user_group (account_id, name_key)`,
    // The user's name_key stands here too, since it never changes: members are then listed in order from an index.
    `CREATE TABLE group_member (
      account_id TEXT NOT NULL, group_id TEXT NOT NULL, principal_id TEXT NOT NULL, name_key TEXT NOT NULL,
      PRIMARY KEY (account_id, group_id, principal_id),
      FOREIGN KEY (account_id, group_id) REFERENCES user_group,
      FOREIGN KEY (account_id, principal_id) REFERENCES ram_user) ${options}`,
    `CREATE INDEX group_member_listing ON group_member (account_id, group_id, name_key, principal_id)`,
    `CREATE INDEX group_member_user ON group_member (account_id, principal_id, group_id)`,
    `ALTER TABLE audit_day ADD COLUMN password_sign_ins ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE audit_day ADD COLUMN virtual_mfa_sign_ins ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE audit_day ADD COLUMN recovery_code_sign_ins ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE audit_day ADD COLUMN bypass_code_sign_ins ${integer} NOT NULL DEFAULT 0`,
    // Days of before did not part the second factors; nearly all were codes of a device.
    `UPDATE audit_day SET password_sign_ins = sign_ins - two_step_sign_ins, virtual_mfa_sign_ins = two_step_sign_ins`,
  ],
}
