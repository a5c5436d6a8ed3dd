/** Makes the link with which the first account is created. */
import type { AccountStore } from '../accounts/store.ts'
import { hashToken, newToken } from '../crypto/token.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'

/**
 * A fresh link while no account exists; earlier ones stop working. The token travels in the fragment, which no server
 * sees, and is spent by the finished act (product.md, First start).
 */
export async function makeSetUpLink(deps: {
  read: { accounts: AccountStore }
  atomically: Atomically<{ accounts: AccountStore }>
  clock: Clock
  random: Random
  origin: URL
}): Promise<Secret<string> | undefined> {
  if (!(await deps.read.accounts.isEmpty())) return undefined
  const token = newToken(deps.random)
  await deps.atomically(({ accounts }) =>
    accounts.replaceSetUpToken(hashToken('set_up', token), deps.clock.now()),
  )
  return new Secret(`${deps.origin.origin}/register#token=${token.open()}`)
}
