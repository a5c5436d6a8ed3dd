/** What whoever is signed in is told about their session. */
import type { Reply } from '@sallyport/contract'
import { toRfc3339 } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import { levelOf, type Proof } from '../kernel/proof.ts'
import { isBypassed, type Standing } from './standing.ts'

type SignedIn = Reply<'POST /api/sign-in/prove'>

/** Grace is named until the device is bound, also while the set-up is put off; a bypass code leaves none. */
export function describeSignedIn(
  principal: Principal,
  proofs: readonly Proof[],
  standing: Standing,
): SignedIn {
  const { owes, role, signInName, graceUntil } = standing
  const mayWait = graceUntil !== undefined && !isBypassed(proofs)
  return {
    state: 'signed_in',
    accountId: principal.accountId,
    signInName,
    level: levelOf(proofs),
    role,
    owes,
    mfaGraceUntil: mayWait ? toRfc3339(graceUntil) : null,
  }
}
