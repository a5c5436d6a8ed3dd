/** The client's address: the socket's, or what a trusted proxy says of it. */
import { isIP } from 'node:net'

/**
 * @param told what the HTTP kit read from the forwarding headers, right to left through the trusted proxies only
 * @param socket the address of the peer itself, used when the header holds no address (security.md 1C, C15)
 */
export function clientAddress(told: string, socket: string | undefined): string {
  const address = isIP(told) === 0 ? (socket ?? '') : told
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address
}
