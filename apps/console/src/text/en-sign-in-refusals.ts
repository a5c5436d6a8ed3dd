/** English sentences for the refusals of the sign-in page: the contract's own, but where a number says more. */
import { signInRefusals } from '@sallyport/contract/sign-in-refusals'
import { enSite } from './en-site.ts'
import type { SignInRefusalTexts } from './sentence-of.ts'

type Code = keyof typeof signInRefusals

const own = Object.fromEntries(Object.entries(signInRefusals).map(([code, row]) => [code, row.sentence])) as {
  readonly [C in Code]: string
}

function thenWait(what: string, seconds: number | undefined, after = 'Wait, then try again.'): string {
  return seconds === undefined ? `${what} ${after}` : `${what} Try again in ${enSite.wait(seconds)}.`
}

export const enSignInRefusals: SignInRefusalTexts = {
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
  code_wrong: ({ triesLeft }) =>
    triesLeft === undefined
      ? own.code_wrong
      : `This code is not right. ${triesLeft === 1 ? '1 try' : `${triesLeft} tries`} left.`,
  too_many_tries: ({ otherMethods, retryAfterSeconds }) =>
    `Too many wrong codes for this account.${
      otherMethods === undefined || otherMethods.length === 0
        ? ` ${retryAfterSeconds === undefined ? 'Try again later.' : `Try again in ${enSite.wait(retryAfterSeconds)}.`}`
        : ` You can use: ${otherMethods.map(methodName).join(', ')}.`
    }`,
}

function methodName(method: string): string {
  const names = new Map<string, string>(Object.entries(enSite.methods))
  return names.get(method) ?? method
}
