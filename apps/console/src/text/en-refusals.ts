/** English sentences for refusals: the contract's own, but where a number says more. */
import { refusals } from '@sallyport/contract/refusals'
import { enSignInRefusals } from './en-sign-in-refusals.ts'
import type { RefusalTexts } from './sentence-of.ts'

type Code = keyof typeof refusals

const own = Object.fromEntries(Object.entries(refusals).map(([code, row]) => [code, row.sentence])) as {
  readonly [C in Code]: string
}

export const enRefusals: RefusalTexts = {
  ...own,
  ...enSignInRefusals,
  import_malformed: ({ line }) =>
    line === undefined
      ? own.import_malformed
      : `The file cannot be read as CSV at line ${line}. Look at its quotes.`,
  import_column_unknown: ({ column }) =>
    column === undefined
      ? own.import_column_unknown
      : `The header names the column “${column}”, which is not known.`,
  import_column_repeated: ({ column }) =>
    column === undefined ? own.import_column_repeated : `The header names the column ${column} twice.`,
  binding_clock_off: ({ clockOffsetMinutes }) =>
    clockOffsetMinutes === undefined
      ? own.binding_clock_off
      : `Your device's clock is off by about ${minutes(Math.abs(clockOffsetMinutes))} (${clockOffsetMinutes > 0 ? 'ahead' : 'behind'}). Set it to automatic time, then try again.`,
  binding_other_shape: ({ seenShape }) =>
    seenShape === undefined
      ? own.binding_other_shape
      : `The app makes other codes than this key asks for (${seenShape}). Scan the QR code again or set it as shown.`,
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`
}
