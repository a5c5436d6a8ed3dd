/** Suspends and resumes users, puts them into the bin and takes them out of it. */
import { endAccess } from '../access/renew-session.ts'
import type { AuditAction } from '../audit/action.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { RamUser, UserState } from '../users/user.ts'
import { type Actor, actOnUser } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

type Move = {
  readonly from: readonly UserState[]
  readonly to: UserState
  readonly action: AuditAction
  /** Sessions, attempts, invitations and a bypass code end. */
  readonly ends: boolean
}

const MOVES = {
  suspend: { from: ['active'], to: 'suspended', action: 'user.suspended', ends: true },
  resume: { from: ['suspended'], to: 'active', action: 'user.resumed', ends: false },
  remove: { from: ['active', 'suspended'], to: 'removed', action: 'user.removed', ends: true },
  // Out of the bin into a state in which nothing opens before somebody looks.
  restore: { from: ['removed'], to: 'suspended', action: 'user.restored', ends: false },
} as const satisfies Record<string, Move>

export type UserMove = keyof typeof MOVES

/**
 * A move that is made already changes nothing and says nothing to the trail.
 *
 * Refuses: what `actOnUser` refuses.
 */
export function moveUser(
  deps: RamUserDeps,
  actor: Actor,
  input: { id: PrincipalId; move: UserMove },
  context: RequestContext,
): Promise<RamUser | Refused> {
  const move: Move = MOVES[input.move]
  const of = { id: input.id, bin: input.move === 'restore' }
  return actOnUser(deps, actor, of, async (stores: RamUserStores, user) => {
    if (!(await stores.users.moveState(user, move.from, move.to, deps.clock.now()))) return undefined
    const ended = move.ends ? await endAccess(stores, user) : { sessions: 0, attempts: 0 }
    if (move.ends) {
      await stores.invitations.removeAll(user)
      await stores.bypassCodes.remove(user)
    }
    await recordEvent(stores, deps.clock, {
      accountId: user.accountId,
      actor: actor.principalId,
      subject: user.principalId,
      action: move.action,
      outcome: 'succeeded',
      context,
      details: { name: user.name, ...(move.ends ? { sessions: ended.sessions } : {}) },
    })
    return undefined
  })
}
