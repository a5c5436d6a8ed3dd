/** Finds the session's open verification for a purpose, or begins one. */
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Caller } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import type { VerificationStore } from './store.ts'
import { type Purpose, VERIFICATION_LIFE, type Verification } from './verification.ts'

type Deps = { atomically: Atomically<{ verifications: VerificationStore }>; clock: Clock; random: Random }

/**
 * One for a session and a purpose: its tries go on counting when a new code is sent, until it ends or is dead
 * (security.md 1A, A9).
 *
 * @param renew begins anew, where the tries of the old one are used up
 */
export function openVerification(
  deps: Deps,
  caller: Caller,
  purpose: Purpose,
  renew = false,
): Promise<Verification & { state: 'open' }> {
  return deps.atomically(async ({ verifications }) => {
    const now = deps.clock.now()
    const held = await verifications.find(caller, caller.sessionId, purpose)
    if (!renew && held?.state === 'open' && now < held.expiresAt) return held
    const opened = {
      accountId: caller.accountId,
      principalId: caller.principalId,
      verificationId: newId('ver', deps.random),
      sessionId: caller.sessionId,
      purpose,
      state: 'open',
      expiresAt: now + VERIFICATION_LIFE,
    } as const
    await verifications.replace(opened)
    return opened
  })
}
