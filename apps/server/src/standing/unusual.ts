/** Whether a sign-in is unlike the usual ones: told by mail and trail, and for accounts that then ask for MFA. */
import { DAY, HOUR, type Instant } from '../kernel/clock.ts'
import { distanceKm, type Place, type Places } from '../places/place.ts'
import { addressKey } from '../throttle/address-limits.ts'
import type { UsualSignIn } from '../usual-sign-ins/usual-sign-in.ts'

const LONG_ABSENCE = 30 * DAY
/** Faster than an airliner, over more than what a wrong place in the data explains. */
const FASTEST_KM_PER_HOUR = 1000
const NEAR_KM = 200

export type UnusualReason =
  | 'first_sign_in'
  | 'new_browser'
  | 'new_network'
  | 'new_country'
  | 'impossible_speed'
  | 'long_absence'
  | 'not_judged'

/** A sign-in to judge. */
export type Visit = {
  readonly address: string
  readonly at: Instant
  /** Whether the principal has come in this browser before. */
  readonly browserSeen: boolean
}

/**
 * Names every reason; nothing known of an earlier sign-in is one, and so is whatever could not be judged (security.md 1C,
 * C15). What is compared is the last usual sign-in and not the last: a thief who came once with the password alone is as
 * unusual the second time. An address without a place, such as a private one, has neither country nor speed.
 */
export function unusualReasons(
  visit: Visit,
  usual: UsualSignIn | undefined,
  places: Places,
): readonly UnusualReason[] {
  if (usual === undefined) return ['first_sign_in']
  const reasons: UnusualReason[] = []
  if (!visit.browserSeen) reasons.push('new_browser')
  if (visit.address === '' || prefixOf(visit.address) !== prefixOf(usual.address)) reasons.push('new_network')
  reasons.push(...reasonsOfPlace(visit, usual, places))
  if (visit.at - usual.at >= LONG_ABSENCE) reasons.push('long_absence')
  return reasons
}

function reasonsOfPlace(visit: Visit, usual: UsualSignIn, places: Places): readonly UnusualReason[] {
  try {
    const here = places.find(visit.address)
    const there = places.find(usual.address)
    if (here === undefined || there === undefined) return []
    const reasons: UnusualReason[] = []
    if (isOtherCountry(here, there)) reasons.push('new_country')
    if (isTooFast(here, there, visit.at - usual.at)) reasons.push('impossible_speed')
    return reasons
  } catch {
    return ['not_judged']
  }
}

function isOtherCountry(here: Place, there: Place): boolean {
  return here.country !== undefined && there.country !== undefined && here.country !== there.country
}

/** @param elapsed ms; a clock that was set back leaves no time to travel */
function isTooFast(here: Place, there: Place, elapsed: number): boolean {
  if (here.point === undefined || there.point === undefined) return false
  const km = distanceKm(here.point, there.point)
  return km > NEAR_KM && km > (FASTEST_KM_PER_HOUR * Math.max(0, elapsed)) / HOUR
}

/** An IPv4 address without its last number, of IPv6 the first 64 bits. */
function prefixOf(address: string): string {
  return addressKey(address).replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1')
}
