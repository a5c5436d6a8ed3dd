/** Hashes a password, and keeps the hash sealed. */
import type { Place, Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { normalPassword } from './judge-password.ts'
import type { PasswordStore } from './store.ts'

/** The PHC string of a password, before any transaction. Refuses: server_busy. */
export function hashPassword(hasher: SlowHash, password: Secret<string>): Promise<string | Refused> {
  return hasher.hash(normalPassword(password.open()))
}

/** Where a principal's hash lies; sealing it is the pepper, and that can be rotated (security.md 5.3). */
export function passwordPlace({ accountId, principalId }: Principal): Place {
  return { purpose: 'password', table: 'password', column: 'sealed', accountId, rowId: principalId }
}

/** Keeps a hash as the principal's password. */
export function storePassword(
  stores: { passwords: PasswordStore },
  deps: { sealer: Sealer },
  principal: Principal,
  phc: string,
  now: Instant,
): Promise<void> {
  return stores.passwords.put(principal, deps.sealer.seal(passwordPlace(principal), Buffer.from(phc)), now)
}
