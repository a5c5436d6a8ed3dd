/** The codes that an entry shows, and how long each is good for. */
import { decodeBase32, hotp, standardShape, steamCode, totp } from '@sallyport/otp'
import type { CodeKind, Entry } from './entry.ts'
import { MOTP_PERIOD_SECONDS, motpCode } from './motp-code.ts'
import { YANDEX_PERIOD_SECONDS, yandexCode } from './yandex-code.ts'

type Coded = Pick<Entry, 'secret' | 'code'>

/**
 * The code at a moment; for HOTP that of the counter.
 *
 * Throws: RangeError for an entry that `checkDraft` refuses.
 */
export function codeOf(entry: Coded, unixSeconds: number): string {
  return compute(entry, unixSeconds, 0n)
}

/** The one after it: of the next time step, or of the next counter. */
export function nextCodeOf(entry: Coded, unixSeconds: number): string {
  return compute(entry, unixSeconds + (periodOf(entry.code) ?? 0), 1n)
}

/** How long one code lives, in seconds; undefined where a counter makes it. */
export function periodOf(code: CodeKind): number | undefined {
  switch (code.kind) {
    case 'totp':
      return code.periodSeconds
    case 'hotp':
      return undefined
    case 'steam':
      return standardShape.periodSeconds
    case 'yandex':
      return YANDEX_PERIOD_SECONDS
    case 'motp':
      return MOTP_PERIOD_SECONDS
  }
}

function compute({ secret, code }: Coded, unixSeconds: number, ahead: bigint): string {
  const key = keyOf(secret)
  switch (code.kind) {
    case 'totp':
      return totp(key, unixSeconds, code)
    case 'hotp':
      return hotp(key, code.counter + ahead, code)
    case 'steam':
      return steamCode(key, unixSeconds)
    case 'yandex':
      return yandexCode(key, code.pin, unixSeconds)
    case 'motp':
      return motpCode(key, code.pin, unixSeconds)
  }
}

function keyOf(secret: string): Uint8Array {
  const read = decodeBase32(secret)
  if (!read.ok) throw new RangeError('the secret is not base32')
  return read.bytes
}
