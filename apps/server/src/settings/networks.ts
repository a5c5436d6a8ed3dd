/** Networks as CIDRs, and whether an address lies in one of them. */
import { BlockList, isIP } from 'node:net'

/**
 * The one form in which a network is kept: address in its short form, `/`, prefix length. An address alone is its own
 * network. Refused are zones, IPv4 in IPv6 clothing (a client's address never wears it here) and prefixes that are none.
 *
 * @returns undefined for what is no network
 */
export function canonicalNetwork(typed: string): string | undefined {
  const match = /^([0-9A-Fa-f.:]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(typed.trim())
  const address = match?.[1] ?? ''
  const family = isIP(address)
  if (match === null || family === 0) return undefined
  const longest = family === 4 ? 32 : 128
  const bits = match[2] === undefined ? longest : Number(match[2])
  if (bits > longest) return undefined
  const short = family === 4 ? address : new URL(`http://[${address}]/`).hostname.slice(1, -1)
  return short.startsWith('::ffff:') ? undefined : `${short}/${bits}`
}

/** Makes the question for one set of networks, so that many addresses may be asked about. */
export function networkMatcher(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6')
  }
  return (address) => {
    const family = isIP(address)
    return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
  }
}
