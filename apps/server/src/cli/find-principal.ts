/** From what an operator types to the principal who signs in by that name. */
import { canonicalEmail } from '../accounts/canonical-email.ts'
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import { resolveName } from '../sign-in/resolve-name.ts'
import { signInName } from '../users/user.ts'

export type NamedPrincipal = Principal & { readonly name: string }

/** Undefined where nobody signs in by that name. A user who is suspended or in the bin is found all the same. */
export async function findPrincipal(
  read: Parameters<typeof resolveName>[0],
  typed: string,
  now: Instant,
): Promise<NamedPrincipal | undefined> {
  const { principal } = await resolveName(read, typed, now)
  if (principal === undefined) return undefined
  const { accountId, principalId } = principal
  const user = await read.users.find(principal)
  const name =
    user === undefined
      ? canonicalEmail(typed)?.address
      : signInName(user, await read.settings.aliasOf(accountId))
  return { accountId, principalId, name: name ?? typed }
}
