/** Gives a user who cannot get in a new first way in. */
import { endAccess } from '../access/renew-session.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { PrincipalId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { actOnUser, proofOf } from './act-on-user.ts'
import type { MadeUser } from './create-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'
import { type FirstPasswordKind, giveFirstPassword, preparePassword } from './first-password.ts'

/**
 * The old password, an earlier invitation, a bypass code, known browsers, sessions and attempts end. Second factors stay:
 * whoever comes in this way is still asked for them.
 *
 * Refuses: user_suspended, user_email_missing, too_often, server_busy, and what `actOnUser` refuses.
 */
export async function renewFirstPassword(
  deps: RamUserDeps,
  caller: Caller,
  input: { id: PrincipalId; firstPassword: FirstPasswordKind },
  context: RequestContext,
): Promise<MadeUser | Refused> {
  // Before the hash: whoever proves nothing costs nothing.
  const needed = await proofOf(deps, caller)
  if (needed) return needed
  const prepared = await preparePassword(deps, input.firstPassword)
  if (isRefused(prepared)) return prepared
  const user = await actOnUser(deps, caller, { id: input.id }, async (stores: RamUserStores, found) => {
    if (found.state === 'suspended') return refuse('user_suspended')
    const refused = await giveFirstPassword(stores, deps, found, prepared)
    if (refused) return refused
    await stores.devices.forgetAll(found)
    await stores.usualSignIns.forget(found)
    await stores.bypassCodes.remove(found)
    const { sessions } = await endAccess(stores, found)
    await recordEvent(stores, deps.clock, {
      accountId: found.accountId,
      actor: caller.principalId,
      subject: found.principalId,
      action: 'user.first_password',
      outcome: 'succeeded',
      context,
      details: { firstPassword: prepared.kind, sessions },
    })
    return undefined
  })
  if (isRefused(user)) return user
  return { user, generatedPassword: prepared.kind === 'generated' ? prepared.password : undefined }
}
