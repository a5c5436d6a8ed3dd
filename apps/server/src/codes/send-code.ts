/** Sends a six-digit code to an address on file, within the limits of sending. */
import type { Mac } from '../crypto/mac.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AccountId, ChallengeId } from '../kernel/ids.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import type { Channel, MessageContent } from '../notify/content.ts'
import { type QueueDeps, queueMessage } from '../notify/queue-message.ts'
import type { OutboxStore } from '../notify/store.ts'
import { addressKey, SENDS_PER_ADDRESS } from '../throttle/address-limits.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { takeHit } from '../throttle/take-hit.ts'
import { CODE_DIGITS, CODE_LIFE, codeParts } from './code.ts'
import type { CodeStore } from './store.ts'

const RESEND_SECONDS = 60
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
  readonly clientAddress: string
  readonly content: (code: string, minutes: number) => MessageContent
  /** False where the answer must be the same but nobody may get a code. */
  readonly deliver?: boolean
}

export type Sent = { readonly resendInSeconds: number; readonly expiresAt: Instant }

/**
 * Makes a new code, which takes the old one's place, and queues its message. The limits are asked in order: a resend to
 * the same destination for the same purpose after 60 s; 5 an hour and 10 a day for the account and for the destination;
 * 20 an hour for the client address.
 *
 * Refuses: send_wait, send_limit, too_many_requests, each with the seconds to wait.
 */
export async function sendCode(deps: SendDeps, order: CodeOrder): Promise<Sent | Refused> {
  const refused = await refuseOverLimit(deps, order)
  if (refused) return refused
  const now = deps.clock.now()
  const digits = deps.random.digits(CODE_DIGITS)
  const lifeMs = CODE_LIFE[order.channel]
  const expiresAt = now + lifeMs
  const code = { ...order, mac: deps.mac.make('code', codeParts(order, digits)), sentAt: now, expiresAt }
  await deps.atomically(async (stores) => {
    await stores.codes.replace(code)
    if (order.deliver === false) return
    await queueMessage(stores, deps, {
      accountId: order.accountId,
      to: { channel: order.channel, address: order.destination },
      content: order.content(digits, lifeMs / MINUTE),
      expiresAt,
    })
  })
  return { resendInSeconds: RESEND_SECONDS, expiresAt }
}

async function refuseOverLimit(deps: SendDeps, order: CodeOrder): Promise<Refused | undefined> {
  const kind = order.deviceKnown ? 'known' : 'unknown'
  const accountId = order.accountId === '0' ? '' : order.accountId
  const { destination, purpose } = order
  const wait = await takeHit(deps, {
    accountId,
    scope: `send:resend:${purpose}`,
    subject: destination,
    limits: [{ max: 1, withinMs: RESEND_SECONDS * SECOND }],
  })
  if (wait) return refuse('send_wait', wait)
  const quotas = [{ accountId: '' as const, scope: `send:to:${kind}`, subject: destination, limits: QUOTA }]
  for (const quota of accountId === ''
    ? quotas
    : [...quotas, { accountId, scope: `send:from:${kind}`, subject: '', limits: QUOTA }]) {
    const full = await takeHit(deps, quota)
    if (full) return refuse('send_limit', full)
  }
  if (!deps.addressLimits) return undefined
  const crowded = await takeHit(deps, {
    accountId: '',
    scope: 'send:address',
    subject: addressKey(order.clientAddress),
    limits: SENDS_PER_ADDRESS,
  })
  return crowded && refuse('too_many_requests', crowded)
}
