/** The frame of every act on a user: proof, session, rank and account are asked in one place. */
import { outranks } from '@sallyport/contract'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Caller } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { SessionStore } from '../sessions/store.ts'
import type { UserStore } from '../users/store.ts'
import type { RamUser } from '../users/user.ts'
import { type RequireDeps, requireProof } from '../verification/require-proof.ts'

/** Whoever runs the machine: needs no session, and stands above every user. No door makes one. */
export type Operator = {
  readonly kind: 'operator'
  readonly accountId: AccountId
  readonly principalId: 'operator'
  readonly role: 'owner'
}

export type Actor = Caller | Operator

type ActStores = { sessions: SessionStore; users: UserStore }

type ActDeps<S extends ActStores> = RequireDeps & {
  atomically: <T>(work: (stores: S) => Promise<T>) => Promise<T>
}

/**
 * Runs `act` in a transaction in which the actor's session and role still stand and the user is one of the actor's
 * account and below the actor in rank. A refusal of `act` leaves nothing behind.
 *
 * @param of.bin whether a user in the bin is meant too; else it counts as gone
 * @returns the user as it is afterwards
 *
 * Refuses: step_up_needed, sign_in_needed, user_not_found, rank_too_low, and what `act` refuses.
 */
export async function actOnUser<S extends ActStores>(
  deps: ActDeps<S>,
  actor: Actor,
  of: { id: PrincipalId; bin?: boolean },
  act: (stores: S, user: RamUser) => Promise<Refused | undefined>,
): Promise<RamUser | Refused> {
  const needed = await proofOf(deps, actor)
  if (needed) return needed
  const principal = { accountId: actor.accountId, principalId: of.id }
  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await mayStillAct(stores, deps, actor))) return refuse('sign_in_needed')
      const user = await stores.users.find(principal)
      if (user === undefined || (user.state === 'removed' && !of.bin)) return refuse('user_not_found')
      if (!outranks(actor.role, user.role)) return refuse('rank_too_low')
      const refused = await act(stores, user)
      if (isRefused(refused)) throw new BreakOff(refused)
      return (await stores.users.find(principal)) ?? user
    }),
  )
}

/** Refuses: step_up_needed. */
export function proofOf(deps: RequireDeps, actor: Actor): Promise<Refused | undefined> {
  return actor.kind === 'operator' ? Promise.resolve(undefined) : requireProof(deps, actor, 'manage_users')
}

/** Whether session and role are what they were when the request was let in. */
export async function mayStillAct(
  stores: ActStores,
  deps: Pick<RequireDeps, 'clock'>,
  actor: Actor,
): Promise<boolean> {
  if (actor.kind === 'operator') return true
  if (!(await isStillSignedIn(stores, deps, actor))) return false
  if (actor.kind === 'main') return true
  const self = await stores.users.find(actor)
  return self?.state === 'active' && self.role === actor.role
}
