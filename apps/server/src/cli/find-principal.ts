/** From what an operator types to the principal who signs in by that name. */
import { canonicalEmail } from '../accounts/canonical-email.ts'
import type { AccountStore } from '../accounts/store.ts'
import type { Principal } from '../kernel/principal.ts'

export type NamedPrincipal = Principal & { readonly name: string }

/** Undefined where nobody signs in by that name. */
export async function findPrincipal(
  read: { accounts: AccountStore },
  typed: string,
): Promise<NamedPrincipal | undefined> {
  const email = canonicalEmail(typed)
  const found = email && (await read.accounts.findByName(email.key))
  return found && { accountId: found.accountId, principalId: found.principalId, name: email.address }
}
