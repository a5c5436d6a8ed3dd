/** The caller of an owner's session, for tests of rules below the front door. */
import type { Caller } from '../kernel/principal.ts'
import type { Session } from '../sessions/session.ts'

export function ownerCaller(session: Session, signInName = 'owner@example.com'): Caller {
  const { accountId, principalId, sessionId, proofs, fullAt } = session
  return {
    ...{ accountId, principalId, sessionId, proofs, fullAt, signInName },
    ...({ kind: 'main', role: 'owner', owes: 'nothing', obliged: false } as const),
    minimumPasswordLength: 15,
  }
}
