/** Makes ten recovery codes. */
import type { Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { isRefused, type Refused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { codePlace } from './code-place.ts'
import { CODE_COUNT, type KeptCode, lettersOf, SECRET_BYTES, writeCode } from './recovery-code.ts'
import type { RecoveryCodeStore } from './store.ts'

export type MadeCodes = {
  /** To be shown this once. */
  readonly codes: Secret<readonly string[]>
  /** Keeps them in the caller's transaction; all earlier ones stop working. */
  readonly store: (stores: { recoveryCodes: RecoveryCodeStore }) => Promise<void>
}

/**
 * Hashes ten codes, which takes as long as ten passwords, so it comes before the transaction that keeps them. One after
 * another, so that a principal holds one place of the queue and not ten.
 *
 * Refuses: server_busy.
 *
 * Security.md 5.4.
 */
export async function makeRecoveryCodes(
  deps: { clock: Clock; random: Random; hasher: SlowHash; sealer: Sealer },
  { accountId, principalId }: Principal,
): Promise<MadeCodes | Refused> {
  const principal = { accountId, principalId }
  const written: string[] = []
  const kept: KeptCode[] = []
  for (let position = 1; position <= CODE_COUNT; position++) {
    const letters = lettersOf(deps.random.bytes(SECRET_BYTES))
    const phc = await deps.hasher.hash(letters)
    if (isRefused(phc)) return phc
    const sealed = deps.sealer.seal(codePlace(principal, position), Buffer.from(phc))
    written.push(writeCode({ position, letters }))
    kept.push({ ...principal, position, sealed, madeAt: deps.clock.now() })
  }
  return {
    codes: new Secret(written),
    store: (stores) => stores.recoveryCodes.replaceAll(principal, kept),
  }
}
