/** Looks at the machine for `sallyport doctor`: clock, hashing, room on disk. */
import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Configuration } from '../configuration.ts'
import { makeSlowHash } from '../crypto/slow-hash.ts'
import { type Clock, MINUTE, toRfc3339 } from '../kernel/clock.ts'
import { isRefused } from '../kernel/refusal.ts'
import { advice, type Finding, good, wrong } from './finding.ts'

/** This version is not older than that, so a clock that says so is wrong. */
const EARLIEST = Date.UTC(2026, 0, 1)
const SLOW_HASH_MS = 500
const GIB = 1024 ** 3
const LITTLE_ROOM = GIB
const NO_ROOM = GIB / 10

/** @param newest when the newest event of the audit trail happened, if there is one */
export function checkClock(clock: Clock, newest: number | undefined): Finding {
  const now = clock.now()
  const mend = 'set the clock and let NTP keep it; codes depend on it'
  if (now < EARLIEST) return wrong('clock', `the machine believes it is ${toRfc3339(now)}`, mend)
  if (newest !== undefined && newest > now + MINUTE)
    return wrong('clock', `it is ${toRfc3339(now)}, and the newest event happened ${toRfc3339(newest)}`, mend)
  return good('clock', 'later than anything that was recorded')
}

/** Hashes once with the parameters that are used. */
export async function checkHashing(clock: Clock): Promise<Finding> {
  const begun = clock.now()
  const hashed = await makeSlowHash(1).hash('a password that nobody has')
  const took = clock.now() - begun
  if (isRefused(hashed))
    return wrong('hashing', 'no password could be hashed', 'look at the memory of the machine')
  return took > SLOW_HASH_MS
    ? advice('hashing', `one password takes ${took} ms`, 'sign-ins will be slow; use a faster machine')
    : good('hashing', 'a password is hashed in good time')
}

/** Room where the data folder is, or would be made. */
export function checkRoom({ dataFolder }: Configuration): Finding {
  const { bavail, bsize } = statfsSync(existsSync(dataFolder) ? dataFolder : existingParent(dataFolder))
  const free = bavail * bsize
  const says = `${(free / GIB).toFixed(1)} GiB are free`
  const mend = 'make room on disk; without it nothing more can be written'
  if (free < NO_ROOM) return wrong('disk', says, mend)
  return free < LITTLE_ROOM ? advice('disk', says, mend) : good('disk', 'there is room')
}

function existingParent(path: string): string {
  const parent = dirname(path)
  return parent === path || existsSync(parent) ? parent : existingParent(parent)
}
