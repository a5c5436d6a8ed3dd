/** Waits between wrong passwords of one account from browsers that are not known (security.md 4.5). */
import type { Atomically } from '../kernel/atomically.ts'
import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { ThrottleStore } from './store.ts'

const FREE = 5
/** After the free ones; the last stays. At most 96 guesses a day. */
const WAITS = [30 * SECOND, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE]
/** The same wrong password typed again counts once, so that a stale password manager locks nobody out. */
const REMEMBERED = 3
/** 32 bits of a keyed hash: enough to know a repeat, too little to try passwords against. */
const HASH_CHARACTERS = 8

/** Seconds that a sign-in for this subject has to wait; 0 to go on. */
export async function passwordWait(
  deps: { read: { throttle: ThrottleStore }; clock: Clock },
  subject: string,
): Promise<number> {
  const failures = await deps.read.throttle.passwordFailures(subject)
  return Math.max(0, Math.ceil(((failures?.waitUntil ?? 0) - deps.clock.now()) / SECOND))
}

/**
 * Counts a wrong password.
 *
 * @param wrongPasswordHash hexadecimal keyed hash of what was typed
 */
export function notePasswordFailure(
  deps: { atomically: Atomically<{ throttle: ThrottleStore }>; clock: Clock },
  subject: string,
  wrongPasswordHash: string,
): Promise<void> {
  const hash = wrongPasswordHash.slice(0, HASH_CHARACTERS)
  return deps.atomically(async ({ throttle }) => {
    const now = deps.clock.now()
    const past = (await throttle.passwordFailures(subject)) ?? { failures: 0, recent: [], waitUntil: 0 }
    if (past.recent.includes(hash)) return
    const failures = past.failures + 1
    const wait = failures < FREE ? 0 : (WAITS[Math.min(failures - FREE, WAITS.length - 1)] ?? 0)
    const recent = [hash, ...past.recent].slice(0, REMEMBERED)
    await throttle.putPasswordFailures(subject, { failures, recent, waitUntil: now + wait }, now)
  })
}

/** Forgets a subject's wrong passwords, when the right one was given. */
export function forgetPasswordFailures(stores: { throttle: ThrottleStore }, subject: string): Promise<void> {
  return stores.throttle.dropPasswordFailures(subject)
}
