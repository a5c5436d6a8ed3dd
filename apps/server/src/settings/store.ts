/** What must be kept of an account's security settings, and its alias. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { ChosenSettings, SecuritySettings } from './settings.ts'

export type SettingsStore = {
  /** The defaults for an account that never chose. */
  readonly find: (accountId: AccountId) => Promise<SecuritySettings>
  readonly save: (
    accountId: AccountId,
    chosen: ChosenSettings,
    enforcedAt: Instant,
    idleEnforcedAt?: Instant | undefined,
  ) => Promise<void>
  /** The accounts that suspend users who stay away. */
  readonly listIdle: () => Promise<readonly AccountId[]>
  readonly aliasOf: (accountId: AccountId) => Promise<string | undefined>
  readonly accountOfAlias: (alias: string) => Promise<AccountId | undefined>
  /** False when another account has this alias; without one it is taken away. */
  readonly setAlias: (accountId: AccountId, alias: string | undefined) => Promise<boolean>
}
