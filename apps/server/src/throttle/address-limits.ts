/** Limits for a client address over all accounts: never the only defence (security.md 4.4, 4.5). */
import { isIPv4, isIPv6 } from 'node:net'
import { DAY, HOUR, MINUTE } from '../kernel/clock.ts'
import type { Window } from './store.ts'

/** Wrong ones, and those that are being looked at. */
export const TRIES_PER_ADDRESS = {
  wrong_code: [{ max: 20, withinMs: HOUR }],
  wrong_link: [{ max: 20, withinMs: HOUR }],
  wrong_password: [
    { max: 20, withinMs: 10 * MINUTE },
    { max: 100, withinMs: DAY },
  ],
} as const satisfies Readonly<Record<string, readonly Window[]>>
export const SENDS_PER_ADDRESS: readonly Window[] = [{ max: 20, withinMs: HOUR }]
/** Accounts begun from one address; a page of the product, not of security.md. */
export const REGISTRATIONS_PER_ADDRESS: readonly Window[] = [{ max: 20, withinMs: HOUR }]

/** As a listener for both families spells an IPv4 peer. */
const MAPPED = /^::ffff:(.+)$/i

/** What counts as one address: an IPv4 address whole, of IPv6 the first 64 bits. */
export function addressKey(address: string): string {
  const mapped = MAPPED.exec(address)?.[1]
  if (mapped !== undefined && isIPv4(mapped)) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const gap = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
    : []
  const groups = [...before, ...gap, ...after]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
  return `${groups.join(':')}::/64`
}
