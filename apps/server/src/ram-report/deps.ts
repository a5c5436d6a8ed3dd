/** What the report stands on. */
import type { AuditStore } from '../audit/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { AllowedMeans } from '../verification/identity-methods.ts'
import type { ReportStore } from './store.ts'

export type ReportDeps = {
  read: { audit: AuditStore; reports: ReportStore; settings: SettingsStore }
  allowedMeans: AllowedMeans
  clock: Clock
}
