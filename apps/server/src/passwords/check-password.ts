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
 * A password that is void is refused as a wrong one is, and costs what it costs; the trail alone hears the difference.
 *
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
  const right = await matchesPassword(deps, principal, kept.sealed, password)
  if (isRefused(right)) return right
  if (!right) return refuse('password_wrong')
  if (kept.voidAt !== undefined) return refuse('password_wrong', {}, 'password_void')
  return { kind: 'password', factorClass: 'knowledge', source: 'password', at: deps.clock.now() }
}

/**
 * Whether a password is the one of a sealed hash of this principal, good or void.
 *
 * Refuses: server_busy.
 */
export function matchesPassword(
  deps: Pick<Deps, 'hasher' | 'sealer'>,
  principal: Principal,
  sealed: string,
  password: Secret<string>,
): Promise<boolean | Refused> {
  const phc = Buffer.from(deps.sealer.open(passwordPlace(principal), sealed)).toString('utf8')
  return deps.hasher.verify(phc, normalPassword(password.open()))
}
