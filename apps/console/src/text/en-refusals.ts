/** English sentences for refusals: the contract's own, but where a number says more. */
import { refusals } from '@sallyport/contract/refusals'
import { enSite } from './en-site.ts'
import type { RefusalTexts } from './sentence-of.ts'

type Code = keyof typeof refusals

const own = Object.fromEntries(Object.entries(refusals).map(([code, row]) => [code, row.sentence])) as {
  readonly [C in Code]: string
}

function thenWait(what: string, seconds: number | undefined, after = 'Wait, then try again.'): string {
  return seconds === undefined ? `${what} ${after}` : `${what} Try again in ${enSite.wait(seconds)}.`
}

export const enRefusals: RefusalTexts = {
  ...own,
  offline: 'The server does not answer. Check the connection, then try again.',
  too_many_requests: ({ retryAfterSeconds }) =>
    thenWait('Too many tries from this address.', retryAfterSeconds),
  too_often: ({ retryAfterSeconds }) => thenWait('This was done too often.', retryAfterSeconds),
  password_wait: ({ retryAfterSeconds }) => thenWait('Too many wrong passwords.', retryAfterSeconds),
  send_wait: ({ retryAfterSeconds }) =>
    retryAfterSeconds === undefined
      ? own.send_wait
      : `A code was just sent. Another can be sent in ${enSite.wait(retryAfterSeconds)}.`,
  password_too_short: ({ minimumLength }) =>
    minimumLength === undefined
      ? own.password_too_short
      : `The password is too short. Use at least ${minimumLength} characters.`,
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
  code_wrong: ({ triesLeft }) =>
    triesLeft === undefined
      ? own.code_wrong
      : `This code is not right. ${triesLeft === 1 ? '1 try' : `${triesLeft} tries`} left.`,
  binding_clock_off: ({ clockOffsetMinutes }) =>
    clockOffsetMinutes === undefined
      ? own.binding_clock_off
      : `Your device's clock is off by about ${minutes(Math.abs(clockOffsetMinutes))} (${clockOffsetMinutes > 0 ? 'ahead' : 'behind'}). Set it to automatic time, then try again.`,
  binding_other_shape: ({ seenShape }) =>
    seenShape === undefined
      ? own.binding_other_shape
      : `The app makes other codes than this key asks for (${seenShape}). Scan the QR code again or set it as shown.`,
  too_many_tries: ({ otherMethods, retryAfterSeconds }) =>
    `Too many wrong codes for this account.${
      otherMethods === undefined || otherMethods.length === 0
        ? ` ${retryAfterSeconds === undefined ? 'Try again later.' : `Try again in ${enSite.wait(retryAfterSeconds)}.`}`
        : ` You can use: ${otherMethods.map(methodName).join(', ')}.`
    }`,
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`
}

function methodName(method: string): string {
  const names = new Map<string, string>(Object.entries(enSite.methods))
  return names.get(method) ?? method
}
