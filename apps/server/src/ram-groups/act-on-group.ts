/** The frame of every act on a group itself: proof, session and account are asked in one place. */
import type { CountedGroup } from '../groups/store.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { GroupId } from '../kernel/ids.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { type Actor, mayStillAct, proofOf } from '../ram-users/act-on-user.ts'
import type { GroupDeps, GroupStores } from './deps.ts'

/**
 * Runs `act` in a transaction in which the actor's session and role still stand and the group is the account's. A
 * refusal of `act` leaves nothing behind.
 *
 * Refuses: step_up_needed, sign_in_needed, group_not_found, and what `act` refuses.
 */
export async function actOnGroup<T>(
  deps: GroupDeps,
  actor: Actor,
  groupId: GroupId,
  act: (stores: GroupStores, group: CountedGroup) => Promise<T | Refused>,
): Promise<T | Refused> {
  const needed = await proofOf(deps, actor)
  if (needed) return needed
  return orBrokenOff(
    deps.atomically(async (stores: GroupStores) => {
      if (!(await mayStillAct(stores, deps, actor))) return refuse('sign_in_needed')
      const group = await stores.groups.find({ accountId: actor.accountId, groupId })
      if (group === undefined) return refuse('group_not_found')
      const done = await act(stores, group)
      if (isRefused(done)) throw new BreakOff(done)
      return done
    }),
  )
}
