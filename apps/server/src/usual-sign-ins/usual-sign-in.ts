/** A usual sign-in: what later ones are compared with. */
import type { Instant } from '../kernel/clock.ts'
import { DEVICE_TOKENS_LIFE } from '../kernel/device-tokens.ts'

export type UsualSignIn = {
  readonly at: Instant
  /** Of the client. */
  readonly address: string
}

/** A browser that was not seen for longer has its cookie no more: what still comes with it is a copy. */
export const SEEN_BROWSER_LIFE = DEVICE_TOKENS_LIFE
