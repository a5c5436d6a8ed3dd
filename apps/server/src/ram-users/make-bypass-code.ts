/** Makes the code that stands in for a user's second factor once. */
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { macParts, newLetters, writeBypassCode } from '../bypass-codes/bypass-code.ts'
import { HOUR, type Instant } from '../kernel/clock.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { takeHitIn } from '../throttle/take-hit.ts'
import { type Actor, actOnUser } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

/** For one user: each tells the user, and nobody needs so many. */
const PER_USER = [{ max: 10, withinMs: HOUR }]

export type MadeBypassCode = { readonly code: Secret<string>; readonly expiresAt: Instant }

/**
 * An earlier one stops working. The code is shown this once; the trail has its reason and who made it.
 *
 * Refuses: user_suspended, method_unavailable where the user has no second factor to stand in for, too_often, and what
 * `actOnUser` refuses.
 */
export async function makeBypassCode(
  deps: RamUserDeps,
  actor: Actor,
  input: { id: PrincipalId; reason: string; hours: number },
  context: RequestContext,
): Promise<MadeBypassCode | Refused> {
  const letters = newLetters(deps.random)
  const expiresAt = deps.clock.now() + input.hours * HOUR
  const { reason, hours } = input
  const user = await actOnUser(deps, actor, { id: input.id }, async (stores: RamUserStores, found) => {
    if (found.state === 'suspended') return refuse('user_suspended')
    if (found.devices === 0) return refuse('method_unavailable')
    const { accountId, principalId } = found
    const hit = { accountId, scope: 'bypass_code', subject: principalId, limits: PER_USER }
    const wait = await takeHitIn(stores, deps, hit)
    if (wait) return refuse('too_often', wait)
    const mac = deps.mac.make('bypass_code', macParts(found, letters.open()))
    const madeBy = actor.principalId
    await stores.bypassCodes.replace({ accountId, principalId, mac, expiresAt })
    await recordEvent(stores, deps.clock, {
      accountId,
      actor: madeBy,
      subject: principalId,
      action: 'user.bypass_code_made',
      outcome: 'succeeded',
      context,
      details: { reason, hours },
    })
    await tellOwner(stores, deps, found, { template: 'bypass_code_made' })
    return undefined
  })
  if (isRefused(user)) return user
  return { code: new Secret(writeBypassCode(letters)), expiresAt }
}
