/** What the report stands on. */
import type { AccountStore } from '../accounts/store.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { PasswordStore } from '../passwords/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { TotpStore } from '../totp/store.ts'
import type { AllowedMeans } from '../verification/identity-methods.ts'
import type { ReportStore } from './store.ts'

export type ReportDeps = {
  read: {
    accounts: AccountStore
    audit: AuditStore
    passwords: PasswordStore
    reports: ReportStore
    settings: SettingsStore
    totp: TotpStore
  }
  allowedMeans: AllowedMeans
  clock: Clock
}
