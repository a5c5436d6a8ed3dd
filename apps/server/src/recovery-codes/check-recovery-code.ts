/** Checks a recovery code. */
import type { Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proved } from '../kernel/proved.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { codePlace } from './code-place.ts'
import { readCode } from './recovery-code.ts'
import type { RecoveryCodeStore } from './store.ts'

type Deps = { read: { recoveryCodes: RecoveryCodeStore }; hasher: SlowHash; sealer: Sealer; clock: Clock }

/**
 * One hash a try, also for a number whose code is used or was never made. The caller has counted the try before.
 *
 * @returns the proof, and the one statement that deletes the code; it spends the very code that was checked, never one
 * that was made since under the same number
 *
 * Refuses: recovery_code_malformed, recovery_code_wrong, server_busy.
 * Throws: SealBroken when the kept hash was altered or moved.
 *
 * Security.md 5.4.
 */
export async function checkRecoveryCode(
  deps: Deps,
  principal: Principal,
  typed: string,
): Promise<Proved<{ recoveryCodes: RecoveryCodeStore }> | Refused> {
  const read = readCode(typed)
  if (read === undefined) return refuse('recovery_code_malformed')
  const kept = await deps.read.recoveryCodes.find(principal, read.position)
  const right =
    kept === undefined
      ? await deps.hasher.verifyNothing(read.letters)
      : await deps.hasher.verify(
          Buffer.from(deps.sealer.open(codePlace(principal, read.position), kept.sealed)).toString(),
          read.letters,
        )
  if (isRefused(right)) return right
  if (kept === undefined || !right) return refuse('recovery_code_wrong')
  return {
    proof: {
      kind: 'recovery_code',
      factorClass: 'possession',
      source: 'recovery_codes',
      at: deps.clock.now(),
    },
    spend: (stores) => stores.recoveryCodes.spend(kept),
  }
}
