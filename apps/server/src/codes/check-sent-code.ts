/** Checks a code that was sent by mail or SMS. */

import { normaliseCode } from '@sallyport/otp'
import type { Mac } from '../crypto/mac.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ChallengeId } from '../kernel/ids.ts'
import type { Proved } from '../kernel/proved.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Channel } from '../notify/content.ts'
import { CODE_DIGITS, codeParts } from './code.ts'
import type { CodeStore } from './store.ts'

type Deps = { read: { codes: CodeStore }; mac: Mac; clock: Clock }

/**
 * Compares in constant time with the one live code of the challenge. The proof is of possession of the mailbox or the
 * phone. `spend` uses the code up if it is still the same and has not expired.
 *
 * Refuses: code_malformed, code_not_sent, code_expired, code_wrong.
 */
export async function checkSentCode(
  deps: Deps,
  input: {
    accountId: string
    challengeId: ChallengeId
    purpose: string
    /** By which way, and to which address, the code must have been sent; a code to another counts as none. */
    channel?: Channel
    destination?: string | undefined
    code: string
  },
): Promise<Proved<{ codes: CodeStore }> | Refused> {
  const digits = normaliseCode(input.code)
  if (!isCodeForm(digits)) return refuse('code_malformed', { field: 'code' })
  const sent = await deps.read.codes.find(input.accountId, input.challengeId)
  if (sent === undefined || sent.purpose !== input.purpose) return refuse('code_not_sent', { field: 'code' })
  if (input.channel !== undefined && sent.channel !== input.channel)
    return refuse('code_not_sent', { field: 'code' })
  if (input.destination !== undefined && sent.destination !== input.destination)
    return refuse('code_not_sent', { field: 'code' })
  const now = deps.clock.now()
  if (now >= sent.expiresAt) return refuse('code_expired', { field: 'code' })
  if (!deps.mac.matches('code', codeParts(sent, digits), sent.mac))
    return refuse('code_wrong', { field: 'code' })
  return {
    proof: {
      kind: sent.channel === 'mail' ? 'email_code' : 'phone_code',
      factorClass: 'possession',
      source: `${sent.channel}:${sent.destination}`,
      at: now,
    },
    spend: (stores) => stores.codes.take(sent, deps.clock.now()),
  }
}

/** Whether the text has the form of a code, so that a slip of the keyboard costs no try. */
export function isCodeForm(typed: string, lengths: readonly number[] = [CODE_DIGITS]): boolean {
  const digits = normaliseCode(typed)
  return /^\d+$/.test(digits) && lengths.includes(digits.length)
}
