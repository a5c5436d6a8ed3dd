/** What a new password does to the mailed links "It wasn't me" of sign-ins before it. */
import type { Caller } from '../kernel/principal.ts'
import { levelOf } from '../kernel/proof.ts'
import type { NotMeLinkStore } from '../not-me-links/store.ts'
import type { TotpStore } from '../totp/store.ts'

/**
 * They end with the old password, as long as it was more than that which changed it: a thief who has the password alone
 * must not take the way back from its owner.
 */
export async function endNotMeLinks(
  stores: { notMeLinks: NotMeLinkStore; totp: TotpStore },
  caller: Caller,
): Promise<void> {
  if (levelOf(caller.proofs) === 'aal2' || (await stores.totp.count(caller)) > 0)
    await stores.notMeLinks.removeAll(caller)
}
