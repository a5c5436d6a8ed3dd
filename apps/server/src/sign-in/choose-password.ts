/** A password of one's own in the place of one that somebody else made, or wants replaced. */
import type { Reply } from '@sallyport/contract'
import { endNotMeLinks } from '../access/end-not-me-links.ts'
import { renewSession } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { levelOf } from '../kernel/proof.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { checkPassword } from '../passwords/check-password.ts'
import { countChoice, forgetChoices } from '../passwords/count-choice.ts'
import { contextOf, judgePassword } from '../passwords/judge-password.ts'
import { keepPast, refuseReused } from '../passwords/past-passwords.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { describeSignedIn } from '../standing/describe-signed-in.ts'
import { findStanding } from '../standing/find-standing.ts'
import { isBypassed } from '../standing/standing.ts'
import { hasOwnPassword } from '../users/user.ts'
import type { SignInDeps } from './deps.ts'

export type ChosenPassword = {
  readonly token: Secret<string>
  readonly reply: Reply<'POST /api/sign-in/new-password'>
}

/**
 * The password to be replaced was typed in this very sign-in, since whatever makes it be replaced ends what was open, and
 * with a second factor bound that was proven beside it; other sessions end.
 *
 * Refuses: method_unavailable where none is owed, the rules of new passwords, password_unchanged, password_reused,
 * too_often, server_busy, sign_in_needed, also in a session of the password alone whose principal has a second factor.
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
  if (judged) return judged
  const phc = await countChoice(deps, caller, async () => {
    const same = await checkPassword(deps, caller, newPassword)
    if (!isRefused(same)) return refuse('password_unchanged', { field })
    if (same.refused !== 'password_wrong') return same
    return (await refuseReused(deps, caller, newPassword)) ?? hashPassword(deps.hasher, newPassword)
  })
  if (isRefused(phc)) return phc

  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
      const owing = await stores.users.find(caller)
      if (owing?.passwordState !== 'must_change') return refuse('method_unavailable')
      // By a code from an administrator the second factor may be missing; nothing else opens such a session.
      const oneStep = levelOf(caller.proofs) === 'aal1' && !isBypassed(caller.proofs)
      if (oneStep && owing.devices > 0) return refuse('sign_in_needed', {}, 'second_step_missing')
      if (hasOwnPassword(owing)) await keepPast(stores, deps, caller)
      await storePassword(stores, deps, caller, phc, deps.clock.now())
      await stores.users.setPasswordState(caller, 'own', undefined)
      await forgetChoices(stores, caller)
      await stores.devices.forgetAll(caller)
      await endNotMeLinks(stores, caller)
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
