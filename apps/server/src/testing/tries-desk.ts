/** Reserves and refunds tries on a real database, for tests of the budget. */
import type { Database } from '../db/database.ts'
import { MINUTE } from '../kernel/clock.ts'
import type { AttemptId, KnownDeviceId, VerificationId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused } from '../kernel/refusal.ts'
import { refundTries } from '../throttle/refund-tries.ts'
import { type Reservation, reserveTry } from '../throttle/reserve-try.ts'
import { sqlThrottleStore } from '../throttle/sql.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { heldClock } from './held-clock.ts'

let people = 0
/** A principal that no other test has. */
export function someone(): Principal {
  people += 1
  return { accountId: `${1_000_000_000_000_000n + BigInt(people)}`, principalId: `prn_${people}` }
}

export type TriesDesk = ReturnType<typeof triesDesk>

export function triesDesk(database: Database, clock = heldClock()) {
  const atomically = <T>(work: (stores: { throttle: ThrottleStore }) => Promise<T>) =>
    database.transact((sql) => work({ throttle: sqlThrottleStore(sql) }))

  /** A reservation, or the code of its refusal. */
  async function reserve(
    principal: Principal,
    challengeId: AttemptId | VerificationId,
    device?: KnownDeviceId,
    budgeted = true,
  ): Promise<Reservation | string> {
    const outcome = await reserveTry(
      { atomically, clock },
      { principal, challengeId, challengeEndsAt: clock.now() + 10 * MINUTE, device, budgeted },
    )
    return isRefused(outcome) ? outcome.refused : outcome
  }

  /** Takes tries on challenges of five until refused or `most` are taken. */
  async function drain(principal: Principal, most: number, device?: KnownDeviceId) {
    let taken = 0
    while (taken < most) {
      const outcome = await reserve(principal, `att_drain${Math.floor(taken / 5)}`, device)
      if (typeof outcome === 'string') return { taken, refused: outcome }
      taken += 1
    }
    return { taken, refused: undefined }
  }

  return {
    clock,
    atomically,
    reserve,
    drain,
    refund: (principal: Principal, challengeId: AttemptId | VerificationId) =>
      atomically((stores) => refundTries(stores, principal, challengeId)),
  }
}
