/** When a user who stays away may sign in no more. */
import { DAY, type Instant } from '../kernel/clock.ts'
import type { SecuritySettings } from '../settings/settings.ts'
import type { RamUser } from '../users/user.ts'

/** So long before it the user is told, and so long a rule must have stood before it takes anybody. */
export const IDLE_NOTICE = 7 * DAY

export type IdleSettings = Pick<SecuritySettings, 'idleDays' | 'idleEnforcedAt'>

/**
 * Counted from the last sign-in, else from the creation, and from the day a user was resumed; undefined where the account
 * has no such rule. Housekeeping suspends whoever is over it, and the door does not wait for that (security.md 1B, B10).
 */
export function idleFrom(
  user: Pick<RamUser, 'lastSignInAt' | 'stateAt'>,
  { idleDays, idleEnforcedAt }: IdleSettings,
): Instant | undefined {
  if (idleDays === 0) return undefined
  const quietSince = Math.max(user.lastSignInAt ?? 0, user.stateAt)
  return Math.max(quietSince + idleDays * DAY, (idleEnforcedAt ?? 0) + IDLE_NOTICE)
}

export function isIdle(
  user: Pick<RamUser, 'lastSignInAt' | 'stateAt'>,
  settings: IdleSettings,
  now: Instant,
): boolean {
  return now >= (idleFrom(user, settings) ?? Number.POSITIVE_INFINITY)
}
