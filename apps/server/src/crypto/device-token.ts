/** The tokens of a browser's one cookie: each says whose it is, to who asks for that principal alone. */
import { createHash } from 'node:crypto'
import { TOKEN_MARK_LENGTH } from '../kernel/device-tokens.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'
import { newToken } from './token.ts'

/**
 * A fresh token of a principal: 256 random bits in base64url, and behind them a mark that is made of both. So the one that
 * replaces it finds it in the cookie even where its row is long gone. The mark opens nothing, and to nobody who does not
 * name the principal does it say anything, not even that two tokens are of one.
 */
export function newDeviceToken(random: Random, principal: Principal): Secret<string> {
  const bits = newToken(random).open()
  return new Secret(bits + markOf(bits, principal))
}

/** Whether a token was made for a principal; whether it still counts its row says. */
export function isTokenOf(principal: Principal): (token: Secret<string>) => boolean {
  return (token) => {
    const bits = token.open().slice(0, -TOKEN_MARK_LENGTH)
    return token.open() === bits + markOf(bits, principal)
  }
}

function markOf(bits: string, { accountId, principalId }: Principal): string {
  return createHash('sha256')
    .update(`sallyport device token of ${accountId} ${principalId}\0`)
    .update(bits)
    .digest('base64url')
    .slice(0, TOKEN_MARK_LENGTH)
}
