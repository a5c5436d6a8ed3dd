/** Tells every address of a principal that something about its account changed. */
import type { Principal } from '../kernel/principal.ts'
import type { MessageContent } from '../notify/content.ts'
import { type QueueDeps, queueMessage } from '../notify/queue-message.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { AccountStore } from './store.ts'

/** What is worth a text message too: changes of factors and addresses. */
const BY_SMS: ReadonlySet<MessageContent['template']> = new Set([
  'device_added',
  'device_removed',
  'password_changed',
  'email_changed',
  'phone_changed',
  'phone_removed',
  'mfa_reset',
])

/** Where messages go and whether text messages can be sent at all. */
export type TellDeps = QueueDeps & { smsAvailable: boolean }

/**
 * Runs in the change's transaction, before an address is changed as well as after where the old one must hear too.
 * A principal without addresses is told nothing.
 */
export async function tellOwner(
  stores: { accounts: AccountStore; outbox: OutboxStore },
  deps: TellDeps,
  principal: Principal,
  content: MessageContent,
): Promise<void> {
  const details = await stores.accounts.details(principal)
  if (details === undefined) return
  const { accountId } = principal
  await queueMessage(stores, deps, { accountId, to: { channel: 'mail', address: details.email }, content })
  if (deps.smsAvailable && details.phone !== undefined && BY_SMS.has(content.template)) {
    await queueMessage(stores, deps, { accountId, to: { channel: 'sms', address: details.phone }, content })
  }
}
