/** What the overview stands on. */
import type { AccountStore } from '../accounts/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { TotpStore } from '../totp/store.ts'
import type { OverviewStore } from './store.ts'

export type OverviewDeps = {
  read: {
    accounts: AccountStore
    overviews: OverviewStore
    recoveryCodes: RecoveryCodeStore
    settings: SettingsStore
    totp: TotpStore
  }
  clock: Clock
}
