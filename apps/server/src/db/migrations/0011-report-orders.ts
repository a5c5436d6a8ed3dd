/** The orders in which the report lists users, each along an index. */
import type { Migration } from '../migration.ts'

export const reportOrdersMigration: Migration = {
  name: '0011-report-orders',
  up: () => [
    `CREATE INDEX ram_user_signed_in ON ram_user (account_id, last_sign_in_at, principal_id)`,
    `CREATE INDEX mfa_device_bound ON mfa_device (account_id, bound_at, principal_id)`,
    `CREATE INDEX mfa_device_used ON mfa_device (account_id, last_used_at, principal_id)`,
  ],
}
