/** Whether a user's sign-in is unlike the one before, for accounts that then ask for MFA. */
import { DAY, type Instant } from '../kernel/clock.ts'
import { addressKey } from '../throttle/address-limits.ts'
import type { RamUser } from '../users/user.ts'

const LONG_ABSENCE = 30 * DAY

/**
 * Names every reason; nothing known of an earlier sign-in is a reason too. Users without a device have no known browser.
 * What is compared is the last usual sign-in and not the last: a thief who came once with the password alone is as unusual
 * the second time.
 */
export function unusualReasons(
  user: Pick<RamUser, 'lastSignInAt' | 'usualAt' | 'usualAddress'>,
  address: string,
  now: Instant,
): readonly string[] {
  if (user.lastSignInAt === undefined) return ['first_sign_in']
  const reasons: string[] = []
  if (address === '' || prefixOf(address) !== prefixOf(user.usualAddress ?? '')) reasons.push('new_network')
  if (user.usualAt !== undefined && now - user.usualAt >= LONG_ABSENCE) reasons.push('long_absence')
  return reasons
}

/** An IPv4 address without its last number, of IPv6 the first 64 bits. */
function prefixOf(address: string): string {
  return addressKey(address).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1')
}
