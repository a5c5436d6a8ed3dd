/** Users who stay away are found along an index of their account; browsers are no more found by their token alone. */
import type { Migration } from '../migration.ts'

export const quietUsersMigration: Migration = {
  name: '0009-quiet-users',
  up: () => [
    // Without it housekeeping read the users of all accounts once for each account that has the rule.
    `CREATE INDEX ram_user_quiet ON ram_user (account_id, state, (COALESCE(last_sign_in_at, 0)))`,
    `DROP INDEX known_device_browser`,
  ],
}
