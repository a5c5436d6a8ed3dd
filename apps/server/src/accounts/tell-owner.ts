/** Tells every address of a principal that something about its account changed. */
import type { Principal } from '../kernel/principal.ts'
import type { MessageContent } from '../notify/content.ts'
import { type QueueDeps, queueMessage } from '../notify/queue-message.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { AccountStore } from './store.ts'

/** What goes by text message too: every change of what proves identity (security.md 1D, D1; 3.4; 3.5). */
const BY_SMS: ReadonlySet<MessageContent['template']> = new Set([
  'device_added',
  'device_removed',
  'password_changed',
  'access_ended',
  'email_changed',
  'phone_changed',
  'phone_removed',
  'recovery_code_used',
  'recovery_codes_made',
  'security_questions_changed',
  'mfa_reset',
  'mfa_reset_by_administrator',
  'bypass_code_made',
])

/** Where messages go and whether text messages can be sent at all. */
export type TellDeps = QueueDeps & { smsAvailable: boolean }

/**
 * Runs in the change's transaction, before a means is taken away. A principal without addresses is told nothing,
 * and a number that nobody proved is sent nothing.
 *
 * @param former the number that the change took away, which hears of it too; each number hears once
 */
export async function tellOwner(
  stores: { accounts: AccountStore; outbox: OutboxStore },
  deps: TellDeps,
  principal: Principal,
  content: MessageContent,
  former: { readonly phone?: string | undefined } = {},
): Promise<void> {
  const details = await stores.accounts.details(principal)
  if (details === undefined) return
  const { accountId } = principal
  if (details.email !== undefined)
    await queueMessage(stores, deps, { accountId, to: { channel: 'mail', address: details.email }, content })
  if (!deps.smsAvailable || !BY_SMS.has(content.template)) return
  const proven = details.phoneVerifiedAt === undefined ? undefined : details.phone
  for (const address of new Set([former.phone ?? proven, proven]))
    if (address !== undefined)
      await queueMessage(stores, deps, { accountId, to: { channel: 'sms', address }, content })
}
