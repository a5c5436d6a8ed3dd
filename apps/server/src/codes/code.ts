/** A six-digit code on its way by mail or SMS. */
import { type Instant, MINUTE } from '../kernel/clock.ts'
import type { ChallengeId } from '../kernel/ids.ts'
import type { Channel } from '../notify/content.ts'

export const CODE_DIGITS = 6

/** Email 10 minutes, SMS 5 (security.md 3.6). */
export const CODE_LIFE: Readonly<Record<Channel, number>> = { mail: 10 * MINUTE, sms: 5 * MINUTE }

/** One live code a challenge: a new one takes the old one's place (security.md 1B, B12). */
export type SentCode = {
  readonly accountId: string
  readonly challengeId: ChallengeId
  readonly purpose: string
  readonly channel: Channel
  readonly destination: string
  /** Keyed hash over challenge, purpose, destination and code; never the code. */
  readonly mac: string
  readonly sentAt: Instant
  readonly expiresAt: Instant
}

/** What the keyed hash covers, so that a code fits its own challenge, purpose and destination alone (C14). */
export function codeParts(
  code: Omit<SentCode, 'mac' | 'sentAt' | 'expiresAt' | 'channel'>,
  digits: string,
): readonly string[] {
  return [code.accountId, code.challengeId, code.purpose, code.destination, digits]
}
