/** Which kinds of proof the users of an account may use. */
import type { Migration } from '../migration.ts'

export const allowedKindsMigration: Migration = {
  name: '0010-allowed-kinds',
  up: ({ integer }) => [
    `ALTER TABLE security_settings ADD COLUMN identity_methods TEXT NOT NULL DEFAULT '["email","phone","security_questions"]'`,
    `ALTER TABLE security_settings ADD COLUMN recovery_codes ${integer} NOT NULL DEFAULT 1`,
  ],
}
