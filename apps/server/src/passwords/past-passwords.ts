/** The passwords that a user had before the current one, where the account does not let them come back. */
import type { Place, Sealer } from '../crypto/seal.ts'
import type { SlowHash } from '../crypto/slow-hash.ts'
import type { Clock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import type { SettingsStore } from '../settings/store.ts'
import { normalPassword } from './judge-password.ts'
import type { PasswordStore } from './store.ts'
import { passwordPlace } from './store-password.ts'

type Stores = { passwords: PasswordStore; settings: SettingsStore }

/**
 * One verification after another, each through the bounded queue, so that a long history takes no more of the machine than
 * its turn. Asked for RAM users alone.
 *
 * Refuses: password_reused, server_busy.
 */
export async function refuseReused(
  deps: { read: Stores; hasher: SlowHash; sealer: Sealer },
  principal: Principal,
  password: Secret<string>,
): Promise<Refused | undefined> {
  const { passwordHistory } = await deps.read.settings.find(principal.accountId)
  const typed = normalPassword(password.open())
  for (const { passwordId, sealed } of await deps.read.passwords.listPast(principal, passwordHistory)) {
    const phc = Buffer.from(deps.sealer.open(pastPlace(principal, passwordId), sealed)).toString('utf8')
    const same = await deps.hasher.verify(phc, typed)
    if (isRefused(same)) return same
    if (same) return refuse('password_reused', { field: 'newPassword' })
  }
  return undefined
}

/**
 * Runs in the transaction that takes the current password away, before it does. Keeps as many as the account asks for and
 * forgets the rest, all of them where it asks for none. A password that somebody else made is not kept.
 */
export async function keepPast(
  stores: Stores,
  deps: { clock: Clock; random: Random; sealer: Sealer },
  principal: Principal,
): Promise<void> {
  const { passwordHistory } = await stores.settings.find(principal.accountId)
  const current = passwordHistory === 0 ? undefined : await stores.passwords.find(principal)
  if (current !== undefined) {
    const passwordId = newId('pwd', deps.random)
    const phc = deps.sealer.open(passwordPlace(principal), current.sealed)
    const sealed = deps.sealer.seal(pastPlace(principal, passwordId), phc)
    await stores.passwords.addPast(principal, { passwordId, sealed }, deps.clock.now())
  }
  await stores.passwords.dropPast(principal, passwordHistory)
}

function pastPlace({ accountId }: Principal, passwordId: string): Place {
  return { purpose: 'password', table: 'past_password', column: 'sealed', accountId, rowId: passwordId }
}
