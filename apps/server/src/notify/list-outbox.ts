/** Opens the messages that are kept because no gateway is configured, for the outbox page. */
import type { Sealer } from '../crypto/seal.ts'
import { type Clock, DAY, type Instant } from '../kernel/clock.ts'
import { type Product, render } from './render.ts'
import { openMessage } from './sealed-message.ts'
import type { OutboxStore } from './store.ts'

export type KeptMessage = {
  readonly id: string
  readonly at: Instant
  readonly channel: 'mail' | 'sms'
  readonly to: string
  readonly subject: string
  readonly text: string
}

const MOST = 200

/** Those of the last 24 hours, newest first. */
export async function listOutbox(deps: {
  read: { outbox: OutboxStore }
  sealer: Sealer
  clock: Clock
  product: Product
}): Promise<readonly KeptMessage[]> {
  const rows = await deps.read.outbox.kept(deps.clock.now() - DAY, MOST)
  return rows.map((row) => {
    const message = openMessage(deps.sealer, row.accountId, row.messageId, row.sealed)
    const { subject, text } = render(message, deps.product)
    return { id: row.messageId, at: row.createdAt, channel: row.channel, to: message.address, subject, text }
  })
}
