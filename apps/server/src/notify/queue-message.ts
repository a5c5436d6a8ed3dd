/** Puts a message into the outbox, inside the transaction of what it tells of. */
import type { Sealer } from '../crypto/seal.ts'
import { type Clock, DAY, type Instant } from '../kernel/clock.ts'
import { type AccountId, newId } from '../kernel/ids.ts'
import type { Random } from '../kernel/random.ts'
import type { Channel, MessageContent } from './content.ts'
import { sealMessage } from './sealed-message.ts'
import type { OutboxStore } from './store.ts'

/** A message that was not delivered by then is given up; a kept one leaves the outbox page. */
const LIFE = DAY

/** Which kinds of message leave this server; the others are kept for the outbox page. */
export type Gateways = Readonly<Record<Channel, boolean>>

export type QueueDeps = { clock: Clock; random: Random; sealer: Sealer; gateways: Gateways }

/** Sealed at once: the row holds no address and no code in clear. */
export async function queueMessage(
  stores: { outbox: OutboxStore },
  deps: QueueDeps,
  message: {
    accountId: AccountId | '0'
    to: { channel: Channel; address: string }
    content: MessageContent
    /** A code's end: it is not sent after it stopped working. */
    expiresAt?: Instant
  },
): Promise<void> {
  const now = deps.clock.now()
  const messageId = newId('msg', deps.random)
  const { channel, address } = message.to
  const delivered = deps.gateways[channel]
  await stores.outbox.insert({
    accountId: message.accountId,
    messageId,
    channel,
    sealed: sealMessage(deps.sealer, message.accountId, messageId, {
      channel,
      address,
      content: message.content,
      at: now,
    }),
    state: delivered ? 'waiting' : 'kept',
    tries: 0,
    nextAt: now,
    createdAt: now,
    expiresAt: delivered ? (message.expiresAt ?? now + LIFE) : now + LIFE,
  })
}
