/** A message sealed to its outbox row, as a TOTP secret is to its own. */
import type { Place, Sealer } from '../crypto/seal.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Message } from './content.ts'

function placeOf(accountId: string, messageId: string): Place {
  return {
    purpose: 'outbox',
    table: 'outbox',
    column: 'sealed',
    accountId: accountId as AccountId,
    rowId: messageId,
  }
}

export function sealMessage(sealer: Sealer, accountId: string, messageId: string, message: Message): string {
  return sealer.seal(placeOf(accountId, messageId), Buffer.from(JSON.stringify(message)))
}

export function openMessage(sealer: Sealer, accountId: string, messageId: string, sealed: string): Message {
  return JSON.parse(
    Buffer.from(sealer.open(placeOf(accountId, messageId), sealed)).toString('utf8'),
  ) as Message
}
