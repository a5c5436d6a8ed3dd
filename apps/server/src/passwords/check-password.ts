/** Checks a password, at the same cost for principals that exist and names that do not. */
import type { Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proof } from '../kernel/proof.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { normalPassword } from './judge-password.ts'
import type { PasswordStore } from './store.ts'
import { passwordPlace } from './store-password.ts'

type Deps = { read: { passwords: PasswordStore }; hasher: SlowHash; sealer: Sealer; clock: Clock }

/**
 * @param principal undefined for a name that nobody has; one argon2id is spent all the same (security.md 1J, J5)
 *
 * Refuses: password_wrong, server_busy.
 */
export async function checkPassword(
  deps: Deps,
  principal: Principal | undefined,
  password: Secret<string>,
): Promise<Proof | Refused> {
  const typed = normalPassword(password.open())
  const kept = principal && (await deps.read.passwords.find(principal))
  if (principal === undefined || kept === undefined) {
    const nothing = await deps.hasher.verifyNothing(typed)
    return isRefused(nothing) ? nothing : refuse('password_wrong')
  }
  const phc = Buffer.from(deps.sealer.open(passwordPlace(principal), kept.sealed)).toString('utf8')
  const right = await deps.hasher.verify(phc, typed)
  if (isRefused(right)) return right
  if (!right) return refuse('password_wrong')
  return { kind: 'password', factorClass: 'knowledge', source: 'password', at: deps.clock.now() }
}
