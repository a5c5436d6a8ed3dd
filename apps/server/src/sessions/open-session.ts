/** Mints sessions: the one function that does. */
import { hashToken, newToken } from '../crypto/token.ts'
import type { Clock, Instant } from '../kernel/clock.ts'
import { type KnownDeviceId, newId, type SessionId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { levelOf, type Proof } from '../kernel/proof.ts'
import type { Random } from '../kernel/random.ts'
import type { Secret } from '../kernel/secret.ts'
import { ABSOLUTE_LIMIT, type Session } from './session.ts'
import type { SessionStore } from './store.ts'

export type OpenedSession = {
  readonly sessionId: SessionId
  readonly token: Secret<string>
  readonly session: Session
}

/**
 * Opens a session from proofs that the caller of this function has just seen spent, in the same transaction. A session
 * that it replaces ends, so every change of level has a new token and a new id (security.md 1F, F5); what was noted of
 * it is kept.
 *
 * @param input.fullAt when the principal last proved itself at its highest level
 * @param input.trustedDevice the browser that stood in for a second step; a session of both factors has none
 *
 * Throws when there is no proof, when the principal is gone, or when proofs hold no password: an attempt that was not
 * complete never reaches this function, and if it does it is a fault.
 */
export async function openSession(
  stores: { sessions: SessionStore },
  deps: { clock: Clock; random: Random },
  input: {
    principal: Principal
    proofs: readonly Proof[]
    fullAt: Instant
    context: RequestContext
    replaces?: SessionId
    unusual?: boolean
    trustedDevice?: KnownDeviceId | undefined
  },
): Promise<OpenedSession> {
  const { accountId, principalId } = input.principal
  if (!input.proofs.some((proof) => proof.kind === 'password'))
    throw new Error('a session needs a proof of the password')
  const securityVersion = await stores.sessions.securityVersion(input.principal)
  if (securityVersion === undefined) throw new Error('a session needs a principal')
  const now = deps.clock.now()
  const replaced = input.replaces && (await stores.sessions.find(input.principal, input.replaces))
  if (input.replaces !== undefined) await stores.sessions.end(input.principal, input.replaces)

  const token = newToken(deps.random)
  const session = {
    accountId,
    principalId,
    sessionId: newId('ses', deps.random),
    proofs: input.proofs,
    securityVersion,
    browser: input.context.browser,
    address: input.context.address,
    openedAt: now,
    fullAt: input.fullAt,
    lastSeenAt: now,
    expiresAt: now + ABSOLUTE_LIMIT,
    laterAt: replaced?.laterAt,
    unusual: input.unusual ?? replaced?.unusual ?? false,
    trustedDevice:
      levelOf(input.proofs) === 'aal2' ? undefined : (input.trustedDevice ?? replaced?.trustedDevice),
  }
  await stores.sessions.insert(session, hashToken('session', token))
  return { sessionId: session.sessionId, token, session }
}
