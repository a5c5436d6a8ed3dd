/** Housekeeping: deletes what is over and suspends who is. Nothing relies on it; every reader compares the end itself. */
import { DAY } from './kernel/clock.ts'
import { eraseUsers } from './ram-users/erase-users.ts'
import { suspendIdle } from './ram-users/suspend-idle.ts'
import { SEEN_BROWSER_LIFE } from './usual-sign-ins/usual-sign-in.ts'
import type { World } from './world.ts'

/** The longest window in which hits count is a year (security questions). */
const HITS_COUNT_FOR = 366 * DAY
const PASSWORD_FAILURES_COUNT_FOR = 30 * DAY

type Sweeping = Pick<World, 'atomically' | 'read' | 'clock' | 'random' | 'sealer' | 'gateways'>

/**
 * What breaks where things are deleted keeps no user who stayed away from being suspended.
 *
 * Throws: once both had their turn, what broke in either.
 */
export async function sweep(world: Sweeping): Promise<void> {
  const faults: unknown[] = []
  for (const part of [deleteOver, suspendIdle]) {
    try {
      await part(world)
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 1) throw new AggregateError(faults, 'housekeeping broke in more than one part')
  if (faults.length === 1) throw faults[0]
}

async function deleteOver(world: Sweeping): Promise<void> {
  const now = world.clock.now()
  await world.atomically(async (stores) => {
    await stores.sessions.purge(now)
    await stores.attempts.purge(now)
    await stores.verifications.purge(now)
    await stores.registrations.purge(now)
    await stores.addressChanges.purge(now)
    await stores.codes.purge(now)
    await stores.bypassCodes.purge(now)
    await stores.invitations.purge(now)
    await stores.notMeLinks.purge(now)
    await stores.totp.purgePending(now)
    await stores.usualSignIns.purge(now - SEEN_BROWSER_LIFE)
    await eraseUsers(stores, world.clock)
    await stores.throttle.purge({
      hits: now - HITS_COUNT_FOR,
      challenges: now - DAY,
      passwords: now - PASSWORD_FAILURES_COUNT_FOR,
    })
  })
}
