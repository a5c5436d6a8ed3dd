/** A usual sign-in: what later ones are compared with. */
import type { Instant } from '../kernel/clock.ts'

export type UsualSignIn = {
  readonly at: Instant
  /** Of the client. */
  readonly address: string
}
