/** The frame of every act on a user: proof, session, rank and account are asked in one place. */
import { outranks } from '@sallyport/contract'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { Caller } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { UserStore } from '../users/store.ts'
import type { RamUser } from '../users/user.ts'
import { type RequireDeps, requireProof } from '../verification/require-proof.ts'

type ActStores = { sessions: SessionStore; users: UserStore }

type ActDeps<S extends ActStores> = RequireDeps & {
  atomically: <T>(work: (stores: S) => Promise<T>) => Promise<T>
}

/**
 * Runs `act` in a transaction in which the caller's session and role still stand and the user is one of the caller's
 * account and below the caller in rank. A refusal of `act` leaves nothing behind.
 *
 * @param of.bin whether a user in the bin is meant too; else it counts as gone
 * @returns the user as it is afterwards
 *
 * Refuses: step_up_needed, sign_in_needed, user_not_found, rank_too_low, and what `act` refuses.
 */
export async function actOnUser<S extends ActStores>(
  deps: ActDeps<S>,
  caller: Caller,
  of: { id: PrincipalId; bin?: boolean },
  act: (stores: S, user: RamUser) => Promise<Refused | undefined>,
): Promise<RamUser | Refused> {
  const needed = await requireProof(deps, caller, 'manage_users')
  if (needed) return needed
  const principal = { accountId: caller.accountId, principalId: of.id }
  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await mayStillAct(stores, deps, caller))) return refuse('sign_in_needed')
      const user = await stores.users.find(principal)
      if (user === undefined || (user.state === 'removed' && !of.bin)) return refuse('user_not_found')
      if (!outranks(caller.role, user.role)) return refuse('rank_too_low')
      const refused = await act(stores, user)
      if (isRefused(refused)) throw new BreakOff(refused)
      return (await stores.users.find(principal)) ?? user
    }),
  )
}

/** Whether session and role are what they were when the request was let in. */
export async function mayStillAct(
  stores: ActStores,
  deps: Pick<RequireDeps, 'clock'>,
  caller: Caller,
): Promise<boolean> {
  if (!(await isStillSignedIn(stores, deps, caller))) return false
  if (caller.kind === 'main') return true
  const self = await stores.users.find(caller)
  return self?.state === 'active' && self.role === caller.role
}
