/** Whether a trusted browser still stands in for the second step, by how the sign-in looks. */
import type { WhoMust } from '../settings/settings.ts'

/**
 * Where an account asks for MFA on unusual sign-ins, every reason is one to ask. Elsewhere one reason alone is the life of
 * a laptop, which changes networks and has holidays; two at once are asked about.
 */
export function trustHolds(whoMust: WhoMust, unusual: readonly string[]): boolean {
  return unusual.length < (whoMust === 'unusual' ? 1 : 2)
}
