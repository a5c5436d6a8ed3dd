/** Sends a six-digit code to an address on file, within the limits of sending. */
import type { Mac } from '../crypto/mac.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AccountId, ChallengeId } from '../kernel/ids.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Channel, MessageContent } from '../notify/content.ts'
import { type QueueDeps, queueMessage } from '../notify/queue-message.ts'
import type { OutboxStore } from '../notify/store.ts'
import { addressKey, SENDS_PER_ADDRESS } from '../throttle/address-limits.ts'
import type { ThrottleStore, Window } from '../throttle/store.ts'
import { type HitKey, takeHitIn } from '../throttle/take-hit.ts'
import { CODE_DIGITS, CODE_LIFE, codeParts } from './code.ts'
import type { CodeStore } from './store.ts'

const RESEND_SECONDS = 60
const RESEND = [{ max: 1, withinMs: RESEND_SECONDS * SECOND }]
/** For one account and one destination each (security.md 4.4). */
const QUOTA = [
  { max: 5, withinMs: HOUR },
  { max: 10, withinMs: DAY },
]

export type SendDeps = QueueDeps & {
  mac: Mac
  addressLimits: boolean
  atomically: Atomically<{ codes: CodeStore; throttle: ThrottleStore; outbox: OutboxStore }>
}

export type CodeOrder = {
  readonly accountId: AccountId | '0'
  readonly challengeId: ChallengeId
  readonly purpose: string
  readonly channel: Channel
  readonly destination: string
  /** Known and other browsers have quotas of their own, so that a password thief cannot use up the owner's. */
  readonly deviceKnown: boolean
  /**
   * The address is not on file but given by whoever asks. It has a quota of its own, so that a stranger who registers
   * with the owner's address, or moves another account to it, cannot use up the owner's.
   */
  readonly toNewAddress?: boolean
  readonly clientAddress: string
  readonly content: (code: string, minutes: number) => MessageContent
  /** False where the answer must be the same but nobody may get a code. */
  readonly deliver?: boolean
}

export type Sent = { readonly resendInSeconds: number; readonly expiresAt: Instant }

/**
 * Makes a new code, which takes the old one's place, and queues its message, in one transaction: a send that is refused
 * counts for nothing. The limits are asked in order: a resend to the same destination for the same purpose after 60 s;
 * 5 an hour and 10 a day for the destination and for the account; 20 an hour for the client address.
 *
 * Refuses: send_wait, send_limit, too_many_requests, each with the seconds to wait.
 */
export function sendCode(deps: SendDeps, order: CodeOrder): Promise<Sent | Refused> {
  const digits = deps.random.digits(CODE_DIGITS)
  const lifeMs = CODE_LIFE[order.channel]
  return orBrokenOff(
    deps.atomically(async (stores) => {
      for (const { refusal, ...limit } of limitsOf(deps, order)) {
        const wait = await takeHitIn(stores, deps, limit)
        if (wait) throw new BreakOff(refuse(refusal, wait))
      }
      const now = deps.clock.now()
      const expiresAt = now + lifeMs
      const code = { ...order, mac: deps.mac.make('code', codeParts(order, digits)), sentAt: now, expiresAt }
      await stores.codes.replace(code)
      if (order.deliver !== false) {
        await queueMessage(stores, deps, {
          accountId: order.accountId,
          to: { channel: order.channel, address: order.destination },
          content: order.content(digits, lifeMs / MINUTE),
          expiresAt,
        })
      }
      return { resendInSeconds: RESEND_SECONDS, expiresAt }
    }),
  )
}

type Limit = HitKey & {
  readonly limits: readonly Window[]
  readonly refusal: 'send_wait' | 'send_limit' | 'too_many_requests'
}

function limitsOf(deps: SendDeps, order: CodeOrder): readonly Limit[] {
  const kind = order.toNewAddress ? 'new' : order.deviceKnown ? 'known' : 'unknown'
  const accountId = order.accountId === '0' ? '' : order.accountId
  // One mailbox in other capitals is the same mailbox.
  const subject = order.destination.toLowerCase()
  const limits: Limit[] = [
    { accountId, scope: `send:resend:${order.purpose}`, subject, limits: RESEND, refusal: 'send_wait' },
    { accountId: '', scope: `send:to:${kind}`, subject, limits: QUOTA, refusal: 'send_limit' },
  ]
  if (accountId !== '') {
    const scope = `send:from:${kind}`
    limits.push({ accountId, scope, subject: '', limits: QUOTA, refusal: 'send_limit' })
  }
  if (deps.addressLimits) {
    const sender = { accountId: '', scope: 'send:address', subject: addressKey(order.clientAddress) } as const
    limits.push({ ...sender, limits: SENDS_PER_ADDRESS, refusal: 'too_many_requests' })
  }
  return limits
}
