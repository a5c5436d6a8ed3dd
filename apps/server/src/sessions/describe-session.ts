/** A session as the wire carries it. */
import type { Reply } from '@sallyport/contract'
import { toRfc3339 } from '../kernel/clock.ts'
import type { SessionId } from '../kernel/ids.ts'
import { levelOf } from '../kernel/proof.ts'
import type { Session } from './session.ts'

/** @param asking the session in which it is asked for */
export function describeSession(session: Session, asking: SessionId): Reply<'GET /api/sessions'>[number] {
  return {
    id: session.sessionId,
    current: session.sessionId === asking,
    level: levelOf(session.proofs),
    trustedBrowser: session.trustedDevice !== undefined,
    browser: session.browser,
    address: session.address === '' ? null : session.address,
    openedAt: toRfc3339(session.openedAt),
    lastSeenAt: toRfc3339(session.lastSeenAt),
    expiresAt: toRfc3339(session.expiresAt),
  }
}
