/** Whose invitation a link is. */
import { hashToken } from '../crypto/token.ts'
import type { Invitation } from '../invitations/invitation.ts'
import type { InvitationStore } from '../invitations/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Instant } from '../kernel/clock.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { findStanding } from '../standing/find-standing.ts'
import type { Standing } from '../standing/standing.ts'
import { refuseLink } from '../throttle/refuse-link.ts'
import type { RamUser } from '../users/user.ts'
import type { VerificationStore } from '../verification/store.ts'
import type { SignInDeps, SignInStores } from './deps.ts'

export type InvitationStores = SignInStores & {
  invitations: InvitationStore
  verifications: VerificationStore
}

export type InvitationDeps = Omit<SignInDeps, 'read' | 'atomically'> & {
  read: InvitationStores
  atomically: Atomically<InvitationStores>
  productName: string
}

export type FoundInvitation = {
  readonly invitation: Invitation
  readonly tokenHash: string
  readonly user: RamUser
  readonly standing: Standing
}

/**
 * Spends nothing: mail programs open links too. A token that is none costs the address a try.
 *
 * Refuses: too_many_requests, link_expired.
 */
export async function findInvitation(
  deps: InvitationDeps,
  token: Secret<string>,
  context: RequestContext,
): Promise<FoundInvitation | Refused> {
  const tokenHash = hashToken('invitation', token)
  const live = await readInvitation(deps.read, tokenHash, deps.clock.now())
  const standing =
    live &&
    (await findStanding(deps.read, deps, live.user, { proofs: [], laterAt: undefined, unusual: false }))
  return live === undefined || standing === undefined
    ? refuseLink(deps, context)
    : { ...live, standing, tokenHash }
}

/** A live invitation of a user who may sign in and waits for a password; over committed rows or in a transaction. */
export async function readInvitation(
  read: Pick<InvitationStores, 'invitations' | 'users'>,
  tokenHash: string,
  now: Instant,
): Promise<{ invitation: Invitation; user: RamUser } | undefined> {
  const invitation = await read.invitations.find(tokenHash, now)
  const user = invitation && (await read.users.find(invitation))
  return invitation && user?.state === 'active' && user.passwordState === 'invited'
    ? { invitation, user }
    : undefined
}
