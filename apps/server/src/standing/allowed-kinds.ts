/** Which kinds of proof a principal may use at this moment. */
import type { AccountStore } from '../accounts/store.ts'
import type { Principal } from '../kernel/principal.ts'
import { type ChosenSettings, defaultSettings } from '../settings/settings.ts'
import type { SettingsStore } from '../settings/store.ts'

export type AllowedKinds = Pick<ChosenSettings, 'identityMethods' | 'recoveryCodes'>

/**
 * What the account's settings allow to its users; the owner may use every kind, and a principal that is gone none. Kept
 * nowhere: whatever takes a proof asks again in the transaction that grants.
 *
 * @param read the committed stores, or those of a transaction
 */
export async function findAllowedKinds(
  read: { accounts: AccountStore; settings: SettingsStore },
  principal: Principal,
): Promise<AllowedKinds> {
  const details = await read.accounts.details(principal)
  if (details === undefined) return { identityMethods: [], recoveryCodes: false }
  return details.kind === 'main' ? defaultSettings : read.settings.find(principal.accountId)
}
