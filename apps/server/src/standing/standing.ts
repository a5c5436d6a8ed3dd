/** Where a principal stands: whether it must have MFA, what it owes first, and until when that may wait. */
import type { Role } from '@sallyport/contract'
import { DAY, type Instant } from '../kernel/clock.ts'
import type { Owes } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isObliged } from '../settings/is-obliged.ts'
import { defaultSettings, type SecuritySettings } from '../settings/settings.ts'
import type { RamUser } from '../users/user.ts'

/** What of an account's settings decides. */
export type PolicySettings = Pick<SecuritySettings, 'whoMust' | 'graceDays' | 'enforcedAt'>

/** What of a user decides. */
export type PolicyUser = Pick<RamUser, 'mfaBindRequired' | 'graceUntil' | 'createdAt'>

export type Obligation = {
  /** Whether policy or mark says that this user must have MFA, whether or not it has. */
  readonly obliged: boolean
  /** While it has none: until when the set-up may be put off. Undefined where nothing may wait. */
  readonly graceUntil: Instant | undefined
}

/** Of a live session, or of a user at the door where there is no session yet. */
export type Standing = Obligation & {
  readonly kind: 'main' | 'ram'
  readonly role: Role
  readonly signInName: string
  readonly owes: Owes
  /** In code points, of a new password. */
  readonly minimumPasswordLength: number
  /** How long a session lasts, however much it is used. */
  readonly sessionHours: number
}

/**
 * Whether a user must have MFA. A mark obliges whatever the settings say. Days of grace run from when the settings were
 * enforced or the user was made, whichever is later; a mark alone, which no settings back, leaves none. A grace of the
 * user's own goes before that.
 */
export function obligationOf(user: PolicyUser, settings: PolicySettings, now: Instant): Obligation {
  const { whoMust, graceDays, enforcedAt } = settings
  if (!isObliged(settings, user)) return { obliged: false, graceUntil: undefined }
  const from = Math.max(user.createdAt, enforcedAt ?? 0)
  const until = user.graceUntil ?? (whoMust === 'nobody' ? 0 : from + graceDays * DAY)
  return { obliged: true, graceUntil: now < until ? until : undefined }
}

/** What of a session decides. */
export type PolicySession = {
  readonly proofs: readonly Proof[]
  readonly laterAt: Instant | undefined
  readonly unusual: boolean
}

/** Where settings oblige on unusual sign-ins alone, what such a sign-in opened waits for nothing. */
export function obligationIn(
  session: Pick<PolicySession, 'unusual'>,
  user: PolicyUser,
  settings: PolicySettings,
  now: Instant,
): Obligation {
  if (settings.whoMust === 'unusual' && session.unusual) return { obliged: true, graceUntil: undefined }
  return obligationOf(user, settings, now)
}

/**
 * What a session owes, computed at each request and kept nowhere (security.md 1C, C5). A password that somebody else made
 * comes first. A session opened by a bypass code owes the set-up whatever is bound and whatever the policy says.
 *
 * @param session.laterAt when the set-up was put off in it
 */
export function owedBy(
  obligation: Obligation,
  user: Pick<RamUser, 'passwordState' | 'devices'>,
  session: Pick<PolicySession, 'proofs' | 'laterAt'>,
): Owes {
  if (user.passwordState !== 'own') return 'new_password'
  if (isBypassed(session.proofs)) return 'mfa'
  if (!obligation.obliged || user.devices > 0) return 'nothing'
  return obligation.graceUntil !== undefined && session.laterAt !== undefined ? 'nothing' : 'mfa'
}

/** Whether a bypass code stood in for the second factor. */
export function isBypassed(proofs: readonly Proof[]): boolean {
  return proofs.some((proof) => proof.kind === 'bypass_code')
}

/** Who need not have MFA has at least the default, whatever the settings allow to those who must. */
export function minimumLengthOf(
  obligation: Pick<Obligation, 'obliged'>,
  settings: Pick<SecuritySettings, 'minimumPasswordLength'>,
): number {
  const least = obligation.obliged ? 0 : defaultSettings.minimumPasswordLength
  return Math.max(least, settings.minimumPasswordLength)
}
