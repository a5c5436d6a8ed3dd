/** Finds the live pending attempt of a browser. */
import { hashToken } from '../crypto/token.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Secret } from '../kernel/secret.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { TRIES } from './attempt.ts'
import type { PendingAttempt } from './pending.ts'
import type { AttemptStore } from './store.ts'

export type FoundAttempt =
  | { readonly state: 'live'; readonly pending: PendingAttempt }
  | { readonly state: 'expired' | 'dead' | 'none' }

/** `none` also for one that a change of password or factors ended (security.md 1C, C17). */
export async function findAttempt(
  deps: { read: { attempts: AttemptStore; throttle: ThrottleStore }; clock: Clock },
  token: Secret<string> | undefined,
): Promise<FoundAttempt> {
  const pending = token && (await deps.read.attempts.findLive(hashToken('attempt', token)))
  if (pending === undefined) return { state: 'none' }
  if (deps.clock.now() >= pending.expiresAt) return { state: 'expired' }
  const tries = await deps.read.throttle.triesOf(pending.accountId, pending.attemptId)
  return tries >= TRIES ? { state: 'dead' } : { state: 'live', pending }
}
