/** A password of one's own in the place of one that somebody else made, or wants replaced. */
import type { Reply } from '@sallyport/contract'
import { renewSession } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { contextOf, judgePassword } from '../passwords/judge-password.ts'
import { keepPast, refuseReused } from '../passwords/past-passwords.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import { forgetChoices, takeChoice } from '../passwords/take-choice.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { describeSignedIn } from '../standing/describe-signed-in.ts'
import { findStanding } from '../standing/find-standing.ts'
import { hasOwnPassword } from '../users/user.ts'
import type { SignInDeps } from './deps.ts'

export type ChosenPassword = {
  readonly token: Secret<string>
  readonly reply: Reply<'POST /api/sign-in/new-password'>
}

/**
 * The password to be replaced was typed a moment ago and opens nothing else; other sessions end.
 *
 * Refuses: method_unavailable where none is owed, the rules of new passwords, password_unchanged, password_reused,
 * too_often, server_busy, sign_in_needed.
 */
export async function choosePassword(
  deps: SignInDeps,
  caller: Caller,
  newPassword: Secret<string>,
  context: RequestContext,
): Promise<ChosenPassword | Refused> {
  const user = caller.owes === 'new_password' ? await deps.read.users.find(caller) : undefined
  if (user === undefined) return refuse('method_unavailable')
  const field = 'newPassword'
  const judged = await judgePassword(newPassword.open(), {
    minimum: caller.minimumPasswordLength,
    context: [
      ...contextOf(caller.signInName, deps.productName),
      ...contextOf(user.email ?? '', deps.productName),
    ],
    field,
  })
  const refused = judged ?? (await takeChoice(deps, caller))
  if (refused) return refused
  const same = await checkPassword(deps, caller, newPassword)
  if (!isRefused(same)) return refuse('password_unchanged', { field })
  if (same.refused !== 'password_wrong') return same
  const reused = await refuseReused(deps, caller, newPassword)
  if (reused) return reused
  const phc = await hashPassword(deps.hasher, newPassword)
  if (isRefused(phc)) return phc

  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
      const owing = await stores.users.find(caller)
      if (owing?.passwordState !== 'must_change') return refuse('method_unavailable')
      if (hasOwnPassword(owing)) await keepPast(stores, deps, caller)
      await storePassword(stores, deps, caller, phc, deps.clock.now())
      await stores.users.setPasswordState(caller, 'own', undefined)
      await forgetChoices(stores, caller)
      await stores.devices.forgetAll(caller)
      const { token, session } = await renewSession(stores, deps, caller, { context })
      await recordEvent(stores, deps.clock, {
        accountId: caller.accountId,
        actor: caller.principalId,
        subject: caller.principalId,
        action: 'password.changed',
        outcome: 'succeeded',
        factors: ['knowledge'],
        context,
      })
      await tellOwner(stores, deps, caller, { template: 'password_changed' })
      const after = await findStanding(stores, deps, caller, session)
      if (after === undefined) throw new BreakOff(refuse('sign_in_needed'))
      return { token, reply: describeSignedIn(caller, caller.proofs, after) }
    }),
  )
}
