/** Accepts an invitation: the user chooses a password, the mailbox is verified, and the user comes in. */
import { endAccess } from '../access/renew-session.ts'
import { recordEvent } from '../audit/record-event.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import { newId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { countChoice, forgetChoices } from '../passwords/count-choice.ts'
import { contextOf, judgePassword } from '../passwords/judge-password.ts'
import { refuseReused } from '../passwords/past-passwords.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import { VERIFICATION_LIFE } from '../verification/verification.ts'
import { admitByPassword, type Begun } from './admit.ts'
import { findInvitation, type InvitationDeps, type InvitationStores, readInvitation } from './invitation.ts'

/**
 * Password, verified mailbox and session in the one transaction that spends the link. Whoever has a second factor is
 * asked for it all the same: a mailbox is none.
 *
 * Refuses: too_many_requests, link_expired, the rules of new passwords, password_reused, too_often, server_busy,
 * network_refused, sign_in_refused.
 */
export async function acceptInvitation(
  deps: InvitationDeps,
  input: { token: Secret<string>; newPassword: Secret<string>; deviceTokens: DeviceTokens },
  context: RequestContext,
): Promise<Begun | Refused> {
  const found = await findInvitation(deps, input.token, context)
  if (isRefused(found)) return found
  const { user, standing, invitation, tokenHash } = found
  const judged = await judgePassword(input.newPassword.open(), {
    minimum: standing.minimumPasswordLength,
    context: [...contextOf(invitation.address, deps.productName), user.name, user.displayName],
    field: 'newPassword',
  })
  if (judged) return judged
  const { newPassword } = input
  const phc = await countChoice(
    deps,
    user,
    async () => (await refuseReused(deps, user, newPassword)) ?? hashPassword(deps.hasher, newPassword),
  )
  if (isRefused(phc)) return phc

  return orBrokenOff(
    deps.atomically(async (stores) => {
      const now = deps.clock.now()
      // Suspended, invited anew or moved to another address while the hash was computed.
      const live = await readInvitation(stores, tokenHash, now)
      if (live === undefined || !(await stores.invitations.spend(tokenHash, now)))
        throw new BreakOff(refuse('link_expired'))
      const verified = await stores.users.verifyEmail(user, invitation.address, now)
      await storePassword(stores, deps, user, phc, now)
      await stores.users.setPasswordState(user, 'own', undefined)
      await forgetChoices(stores, user)
      await endAccess(stores, user)
      await recordEvent(stores, deps.clock, {
        accountId: user.accountId,
        actor: user.principalId,
        subject: user.principalId,
        action: 'user.invitation_accepted',
        outcome: 'succeeded',
        context,
      })
      const current = await stores.accounts.details(user)
      if (current === undefined) throw new Error('an invited user is gone')
      const proof = { kind: 'password', factorClass: 'knowledge', source: 'password', at: now } as const
      const { deviceTokens } = input
      const first = { principal: current, proof, accountName: standing.signInName, deviceTokens }
      const begun = await admitByPassword(deps, stores, first, context)
      if (isRefused(begun)) throw new BreakOff(begun)
      if (begun.kind === 'session' && verified) await verifyForWizard(deps, stores, user, begun.sessionId)
      return begun
    }),
  )
}

/** The mailbox was read a moment ago: the wizard begins behind its first page (product.md, RAM console). */
async function verifyForWizard(
  deps: InvitationDeps,
  stores: InvitationStores,
  { accountId, principalId }: Principal,
  sessionId: (Begun & { kind: 'session' })['sessionId'],
): Promise<void> {
  const now = deps.clock.now()
  const owner = { accountId, principalId }
  const verificationId = newId('ver', deps.random)
  const expiresAt = now + VERIFICATION_LIFE
  const open = { ...owner, verificationId, sessionId, purpose: 'bind_mfa', state: 'open', expiresAt } as const
  await stores.verifications.replace(open)
  await stores.verifications.prove(owner, verificationId, { method: 'email', now, expiresAt })
}
