/** Random tokens for cookies and links, of which only a digest is kept. */
import { createHash } from 'node:crypto'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'

const TOKEN_BYTES = 32

/** The type is part of the digest, so a token of one kind never passes as another (security.md 1G, G5). */
export type TokenKind =
  | 'session'
  | 'attempt'
  | 'device'
  | 'seen_browser'
  | 'registration'
  | 'set_up'
  | 'invitation'
  | 'not_me'

/** A fresh token: 256 random bits in base64url. */
export function newToken(random: Random): Secret<string> {
  return new Secret(Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url'))
}

/** The digest under which a token is kept and found. */
export function hashToken(kind: TokenKind, token: Secret<string>): string {
  return createHash('sha256').update(`sallyport ${kind}\0`).update(token.open()).digest('base64url')
}

/** The digests of all that a browser holds; which of them is a principal's own its row says. */
export function hashTokens(kind: TokenKind, tokens: DeviceTokens): readonly string[] {
  return tokens.open().map((token) => hashToken(kind, new Secret(token)))
}
