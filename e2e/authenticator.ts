/** An authenticator that the project did not write for itself: codes from RFC 6238 by the platform's HMAC alone. */
import { createHmac } from 'node:crypto'
import { pause } from './server.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ALGORITHMS: Readonly<Record<string, string>> = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' }

/**
 * A device whose clock can run ahead. To give codes faster than one a period it moves its clock on by a step, as a device
 * does whose clock is too fast; the server follows such a clock by one step at each use, up to twenty.
 */
export type Authenticator = {
  /** The code of the step before and that of this one, as somebody types them who began a period ago. */
  readonly pair: () => readonly [string, string]
  /** A code that was not given yet, without waiting. */
  readonly next: () => string
  /** A code that was not given yet and that the clock as it is shows now; waits for it. */
  readonly current: () => Promise<string>
  /** The code that was given last. */
  readonly last: () => string
  /** The code that a clock shows at a moment. */
  readonly at: (moment: Date) => string
  /** How many steps the clock is ahead. */
  readonly ahead: () => number
  /** Six digits that are none of the codes around now. */
  readonly wrong: () => string
}

export type AuthenticatorKey = {
  readonly secret: string
  readonly algorithm?: string
  readonly digits?: number
  readonly periodSeconds?: number
}

/** From an otpauth URI (Google's key URI format) as a QR code carries it. */
export function authenticatorFromUri(uri: string): Authenticator {
  const { protocol, host, searchParams } = new URL(uri)
  if (protocol !== 'otpauth:' || host !== 'totp')
    throw new Error('this is no otpauth URI for time-based codes')
  return authenticator({
    secret: searchParams.get('secret') ?? '',
    algorithm: searchParams.get('algorithm') ?? 'SHA1',
    digits: Number(searchParams.get('digits') ?? 6),
    periodSeconds: Number(searchParams.get('period') ?? 30),
  })
}

export function authenticator(key: AuthenticatorKey): Authenticator {
  const { algorithm = 'SHA1', digits = 6, periodSeconds = 30 } = key
  const secret = fromBase32(key.secret)
  const hash = ALGORITHMS[algorithm]
  if (hash === undefined || secret.length === 0) throw new Error('this key cannot be used')
  let last = -1
  let lead = 0

  const stepNow = (): number => Math.floor(Date.now() / 1000 / periodSeconds)
  const codeOf = (step: number): string => hotp(secret, step, hash, digits)
  const give = (step: number): string => {
    last = step
    lead = step - stepNow()
    return codeOf(step)
  }
  /** The clock goes back by a step where that can be done well before the period ends. */
  const slower = (): number => {
    const secondsLeft = periodSeconds - ((Date.now() / 1000) % periodSeconds)
    return lead > 0 && secondsLeft > 5 ? lead - 1 : lead
  }

  return {
    pair() {
      const second = Math.max(stepNow() + lead, last + 2)
      return [codeOf(second - 1), give(second)]
    },
    next: () => give(Math.max(stepNow() + slower(), last + 1)),
    async current() {
      while (stepNow() + lead <= last) await pause(250)
      return give(stepNow() + lead)
    },
    at: (moment) => codeOf(Math.floor(moment.getTime() / 1000 / periodSeconds)),
    ahead: () => lead,
    last: () => codeOf(last),
    wrong() {
      const near = new Set(Array.from({ length: 61 }, (_, index) => codeOf(stepNow() - 30 + index)))
      for (let guess = 0; ; guess += 1) {
        const code = String(guess).padStart(digits, '0')
        if (!near.has(code)) return code
      }
    },
  }
}

/** RFC 4226, section 5.3. */
export function hotp(secret: Buffer, counter: number, hash: string, digits: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const digest = createHmac(hash, secret).update(message).digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** RFC 4648, section 6; spaces and case do not matter, as people type it. */
function fromBase32(text: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text.toUpperCase().replace(/[\s=-]/g, '')) {
    const value = ALPHABET.indexOf(letter)
    if (value === -1) throw new Error(`${letter} is no base32`)
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
      held &= (1 << bits) - 1
    }
  }
  return Buffer.from(bytes)
}
