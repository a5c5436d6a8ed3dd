/** Whether codes can be made of a draft. */
import { decodeBase32 } from '@sallyport/otp'
import type { EntryProblem } from '../import/import-reading.ts'
import type { EntryDraft } from './entry.ts'

/** A day, as the widest that any app writes. */
const MOST_PERIOD_SECONDS = 86_400
const MOST_COUNTER = (1n << 63n) - 1n
const YANDEX_KEY_BYTES = 16
const YANDEX_PIN = /^\d{4,16}$/

/** The first thing that is wrong, or undefined where a code can be shown. */
export function checkDraft({ secret, code }: Pick<EntryDraft, 'secret' | 'code'>): EntryProblem | undefined {
  const key = decodeBase32(secret)
  if (!key.ok) return key.problem === 'empty' ? 'secret_missing' : 'secret_bad'
  switch (code.kind) {
    case 'totp':
      if (!isWhole(code.digits, 1, 10)) return 'digits_bad'
      return isWhole(code.periodSeconds, 1, MOST_PERIOD_SECONDS) ? undefined : 'period_bad'
    case 'hotp':
      if (!isWhole(code.digits, 1, 10)) return 'digits_bad'
      return code.counter >= 0n && code.counter < MOST_COUNTER ? undefined : 'counter_bad'
    case 'steam':
      return undefined
    case 'yandex':
      if (key.bytes.length < YANDEX_KEY_BYTES) return 'secret_bad'
      return YANDEX_PIN.test(code.pin) ? undefined : 'pin_missing'
    case 'motp':
      return code.pin === '' ? 'pin_missing' : undefined
  }
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
