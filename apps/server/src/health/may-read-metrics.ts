/** Who may read the figures: the holder of the token, or where there is none a peer on this machine. */
import { sameText } from '../crypto/same-text.ts'
import type { Secret } from '../kernel/secret.ts'

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** A request that was forwarded never counts as local, whatever its socket says (product.md, Configuration). */
export function mayReadMetrics(asker: {
  token: Secret<string> | undefined
  authorization: string | undefined
  socketAddress: string | undefined
  forwarded: boolean
}): boolean {
  if (asker.token !== undefined) return sameText(asker.authorization ?? '', `Bearer ${asker.token.open()}`)
  return !asker.forwarded && LOOPBACK.test(asker.socketAddress ?? '')
}
