/** An owner under load, and the ledger of what the server has acknowledged to them. */
import type { Authenticator } from '../../e2e/authenticator.ts'
import type { BrowserClient } from './browser-client.ts'

/** Something that was asked for and not answered: the server may have done it or not. */
export type Doubt =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'recovery_code'; readonly code: string }
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'bound'; readonly device: Authenticator; readonly name: string }
  | { readonly kind: 'removed'; readonly name: string }

export type Owner = {
  readonly email: string
  password: string
  /** What the password was before, which must not open anything. */
  formerPassword: string | undefined
  /** By name. */
  readonly devices: Map<string, Authenticator>
  readonly recoveryCodes: string[]
  /** Used, and not yet tried again. */
  readonly usedRecoveryCodes: string[]
  /** Browsers with a session that the server acknowledged and did not end. */
  sessions: BrowserClient[]
  /** Where the known device's cookie is kept. */
  browser: BrowserClient
  /** The code that was accepted last; it must never be again. */
  acceptedCode: string | undefined
  doubt: Doubt | undefined
}

/** No device may be further ahead of the clock; the server follows up to twenty steps. */
const MOST_AHEAD = 14

/** The device that signs in: the one whose clock is least ahead, but for one that may be gone. */
export function signingDevice(owner: Owner, mayBeGone?: string): Authenticator {
  const [first] = [...owner.devices]
    .filter(([name]) => name !== mayBeGone)
    .map(([, device]) => device)
    .sort((a, b) => a.ahead() - b.ahead())
  if (first === undefined) throw new Error(`${owner.email} has no device`)
  return first
}

/** Whether the owner can sign in some more times without waiting for the next period. */
export function isRested(owner: Owner): boolean {
  return signingDevice(owner).ahead() < MOST_AHEAD
}
