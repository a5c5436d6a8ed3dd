/** The security settings of an account: who must have MFA, from where and for how long its users may sign in. */
import type { Instant } from '../kernel/clock.ts'

/** What decides who without a second factor is sent to set-up. Who has one is always asked for it. */
export type WhoMust = 'nobody' | 'everyone' | 'marked' | 'unusual'

/** By what identity is verified while no second factor is bound, in the order in which the ways are offered. */
export const identityMethods = ['email', 'phone', 'security_questions'] as const
export type IdentityMethod = (typeof identityMethods)[number]

/** What an administrator sets, in a dry run and then for good. */
export type ChosenSettings = {
  readonly whoMust: WhoMust
  readonly graceDays: number
  readonly usersManageDevices: boolean
  /** CIDRs in the form of `canonicalNetwork`; none is everywhere. */
  readonly networks: readonly string[]
  readonly sessionHours: number
  readonly minimumPasswordLength: number
  /** For so many days a browser may stand in for the second step; 0 is never. Holds for the owner as well. */
  readonly trustBrowserDays: number
  /** After so many days without a sign-in a user is suspended; 0 is never. */
  readonly idleDays: number
  /** So many passwords before the current one may not come back. */
  readonly passwordHistory: number
  /** By what users may verify their identity; at least one, each once. The owner may by all. */
  readonly identityMethods: readonly IdentityMethod[]
  /** Whether users may have recovery codes. The owner always may. */
  readonly recoveryCodes: boolean
}

export type SecuritySettings = ChosenSettings & {
  /** Since when this rule of who must and its grace stand; undefined for an account that never chose. */
  readonly enforcedAt: Instant | undefined
  /** Since when these days without a sign-in stand. */
  readonly idleEnforcedAt: Instant | undefined
}

/** Of an account that never chose. */
export const defaultSettings: SecuritySettings = {
  whoMust: 'nobody',
  graceDays: 7,
  usersManageDevices: true,
  networks: [],
  sessionHours: 24,
  minimumPasswordLength: 15,
  trustBrowserDays: 0,
  idleDays: 0,
  passwordHistory: 0,
  identityMethods,
  recoveryCodes: true,
  enforcedAt: undefined,
  idleEnforcedAt: undefined,
}
