/** Waits between wrong passwords of one account from browsers that are not known (security.md 4.5). */
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, type Instant, MINUTE, SECOND } from '../kernel/clock.ts'
import type { PasswordFailures, ThrottleStore } from './store.ts'

const FREE = 5
/** After the free ones; the last stays. At most 96 guesses a day. */
const WAITS = [30 * SECOND, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE]
/** The same wrong password typed again counts once, so that a stale password manager locks nobody out. */
const REMEMBERED = 3
/** 32 bits of a keyed hash: enough to know a repeat, too little to try passwords against. */
const MARK_BYTES = 4

const NONE: PasswordFailures = { failures: 0, recent: [], waitUntil: 0 }

/**
 * Counts a password before it is verified, so that a burst passes no wait (security.md 1A, A5 and A6), and says how many
 * seconds to wait instead; 0 to verify it. A password that waits is not counted; one of the last three is not counted
 * again, so that the same sign-in in many tabs is one. The right one calls `forgetPasswordFailures`.
 *
 * @param mac keyed hash of what was typed
 */
export function takePasswordTry(
  deps: { atomically: Atomically<{ throttle: ThrottleStore }>; clock: Clock },
  subject: string,
  mac: string,
): Promise<number> {
  const mark = markOf(mac)
  return deps.atomically(async ({ throttle }) => {
    const now = deps.clock.now()
    const past = (await throttle.passwordFailures(subject)) ?? NONE
    if (past.waitUntil > now) return Math.ceil((past.waitUntil - now) / SECOND)
    if (!past.recent.includes(mark))
      await throttle.putPasswordFailures(subject, countOne(past, mark, now), now)
    return 0
  })
}

/** Forgets a subject's wrong passwords, when the right one was given. */
export function forgetPasswordFailures(stores: { throttle: ThrottleStore }, subject: string): Promise<void> {
  return stores.throttle.dropPasswordFailures(subject)
}

function countOne(past: PasswordFailures, mark: string, now: Instant): PasswordFailures {
  const failures = past.failures + 1
  const wait = failures < FREE ? 0 : (WAITS[Math.min(failures - FREE, WAITS.length - 1)] ?? 0)
  return { failures, recent: [mark, ...past.recent].slice(0, REMEMBERED), waitUntil: now + wait }
}

/** The key's id, which leads the hash, is the same for all. */
function markOf(mac: string): string {
  const digest = mac.slice(mac.indexOf('.') + 1)
  return Buffer.from(digest, 'base64url').subarray(0, MARK_BYTES).toString('hex')
}
