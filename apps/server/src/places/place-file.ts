/** Places from a file in MaxMind's format, which is read whole: a look-up waits for nothing and asks nobody. */
import { BlockList, isIP, isIPv4 } from 'node:net'
import { Reader } from 'mmdb-lib'
import type { Instant } from '../kernel/clock.ts'
import type { Place, Places } from './place.ts'

export type PlaceFile = {
  readonly places: Places
  /** As the file calls itself, such as `GeoLite2-City`. */
  readonly kind: string
  readonly builtAt: Instant
}

/** What networks of their own use for themselves is nowhere, whatever a file says. */
const NOWHERE = new BlockList()
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NOWHERE.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NOWHERE.addSubnet(network, prefix, 'ipv6')

/** As a listener for both families spells an IPv4 peer. */
const MAPPED = /^::ffff:(?=\d+\.)/i

/** Throws where the bytes are no such file. */
export function openPlaceFile(bytes: Buffer): PlaceFile {
  const reader = new Reader<object & never>(bytes)
  const { metadata } = reader
  const builtAt = metadata.buildEpoch.getTime()
  const isWhole =
    metadata.binaryFormatMajorVersion === 2 &&
    metadata.nodeCount > 0 &&
    metadata.searchTreeSize < bytes.length &&
    typeof metadata.databaseType === 'string' &&
    Number.isFinite(builtAt)
  if (!isWhole) throw new Error('not a whole file in the MaxMind DB format 2.0')
  const places: Places = {
    find(typed) {
      const address = (typed.split('%')[0] ?? '').replace(MAPPED, '')
      if (isIP(address) === 0 || NOWHERE.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')) return undefined
      if (!isIPv4(address) && metadata.ipVersion === 4) return undefined
      const record: unknown = reader.get(address)
      return record === null ? undefined : placeOf(record)
    },
  }
  return { places, kind: metadata.databaseType, builtAt }
}

/** Files say more, and others than MaxMind's may say less. */
function placeOf(record: unknown): Place {
  const country = member(record, 'country')
  const iso = member(country, 'iso_code')
  const name = member(member(country, 'names'), 'en')
  const latitude = member(member(record, 'location'), 'latitude')
  const longitude = member(member(record, 'location'), 'longitude')
  return {
    country: typeof iso === 'string' ? iso : undefined,
    countryName: typeof name === 'string' ? name : undefined,
    point:
      typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined,
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}
