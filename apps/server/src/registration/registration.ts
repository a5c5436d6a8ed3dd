/** An account that is being created: an address and a password that wait for the emailed code. */
import { HOUR, type Instant } from '../kernel/clock.ts'
import type { RegistrationId } from '../kernel/ids.ts'

export const REGISTRATION_LIFE = HOUR

export type Registration = {
  readonly registrationId: RegistrationId
  readonly address: string
  /** The password's hash, sealed to this registration. */
  readonly sealedPassword: string
  /** The set-up link's token, which the finished act spends. */
  readonly setUpTokenHash: string | undefined
  /** The address belongs to an account, which only its mailbox is told. */
  readonly taken: boolean
  readonly expiresAt: Instant
}

/** Who may create an account. */
export type RegistrationMode = 'first' | 'open' | 'closed'
