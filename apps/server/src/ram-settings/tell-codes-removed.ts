/** Records for each user that a setting took the recovery codes, and tells it by mail. */
import { recordEvent } from '../audit/record-event.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { type QueueDeps, queueMessage } from '../notify/queue-message.ts'
import type { SettingsStores } from './deps.ts'
import type { Chooser } from './preview-settings.ts'
import type { CodeHolder } from './store.ts'

/**
 * Runs in a transaction, over so few users that nobody else waits long for theirs. By mail alone and to a proven mailbox:
 * a text message for every user of an account is more than this is worth, and a user in the bin has nothing to sign in to.
 */
export async function tellCodesRemoved(
  stores: Pick<SettingsStores, 'audit' | 'outbox'>,
  deps: QueueDeps,
  { accountId, principalId: actor }: Chooser,
  holders: readonly CodeHolder[],
  context: RequestContext,
): Promise<void> {
  for (const { principalId, codes, inBin, provenEmail } of holders) {
    await recordEvent(stores, deps.clock, {
      accountId,
      actor,
      subject: principalId,
      action: 'recovery_codes.removed',
      outcome: 'succeeded',
      context,
      details: { codes },
    })
    if (provenEmail === undefined || inBin) continue
    const to = { channel: 'mail', address: provenEmail } as const
    await queueMessage(stores, deps, { accountId, to, content: { template: 'recovery_codes_removed' } })
  }
}
