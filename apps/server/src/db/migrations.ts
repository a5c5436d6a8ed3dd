/** The schema's past in order. A released line is never changed; a new one is added at the end. */
import type { Migration } from './migration.ts'
import { accountsMigration } from './migrations/0001-accounts.ts'
import { factorsMigration } from './migrations/0002-factors.ts'
import { sessionsMigration } from './migrations/0003-sessions.ts'
import { recordsMigration } from './migrations/0004-records.ts'
import { ramMigration } from './migrations/0005-ram.ts'
import { trustedBrowsersMigration } from './migrations/0006-trusted-browsers.ts'
import { unusualSignInsMigration } from './migrations/0007-unusual-sign-ins.ts'
import { groupsMigration } from './migrations/0008-groups.ts'
import { quietUsersMigration } from './migrations/0009-quiet-users.ts'
import { allowedKindsMigration } from './migrations/0010-allowed-kinds.ts'
import { reportOrdersMigration } from './migrations/0011-report-orders.ts'

export const migrations: readonly Migration[] = [
  accountsMigration,
  factorsMigration,
  sessionsMigration,
  recordsMigration,
  ramMigration,
  trustedBrowsersMigration,
  unusualSignInsMigration,
  groupsMigration,
  quietUsersMigration,
  allowedKindsMigration,
  reportOrdersMigration,
]
