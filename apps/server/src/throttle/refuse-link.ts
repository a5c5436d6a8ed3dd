/** Refuses a token of a mailed link that is none, or no longer one. */
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { holdAddressHit } from './hold-address-hit.ts'

/**
 * Asked after the look-up and for misses alone: a live link is never refused for what strangers behind the same address
 * tried. Guessing gains nothing by that, since tokens have 256 random bits (security.md 1A, A20).
 *
 * Refuses: link_expired; too_many_requests where the address has had its misses.
 */
export async function refuseLink(
  deps: Parameters<typeof holdAddressHit>[0],
  context: RequestContext,
): Promise<Refused> {
  const held = await holdAddressHit(deps, 'wrong_link', context)
  return isRefused(held) ? held : refuse('link_expired')
}
