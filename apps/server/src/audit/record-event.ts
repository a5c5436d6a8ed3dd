/** Writes one event to its account's chain, inside the transaction of the change that it tells of. */
import { sha256Hex } from '../crypto/digest.ts'
import type { Clock } from '../kernel/clock.ts'
import { type AuditEvent, CHAIN_START, canonicalText, type RecordedEvent } from './event.ts'
import type { AuditStore } from './store.ts'

/** What is longer is cut, so that no request can fill the trail. */
const LONGEST_TEXT = 200

/** Appends the event; `prev` is the hash of the one before, so a changed past shows (security.md 5.8). */
export async function recordEvent(
  stores: { audit: AuditStore },
  clock: Clock,
  event: AuditEvent,
): Promise<void> {
  const head = await stores.audit.head(event.accountId)
  const unhashed: Omit<RecordedEvent, 'hash'> = {
    accountId: event.accountId,
    seq: (head?.seq ?? 0) + 1,
    at: clock.now(),
    actor: event.actor,
    subject: event.subject,
    action: event.action,
    outcome: event.outcome,
    reason: event.reason ?? null,
    factors: event.factors ?? [],
    address: printable(event.context.address) || null,
    browser: printable(event.context.browser) || null,
    requestId: event.context.requestId,
    details: event.details ?? {},
    prev: head?.hash ?? CHAIN_START,
  }
  await stores.audit.append({ ...unhashed, hash: sha256Hex(canonicalText(unhashed)) })
}

/** Control characters become spaces, so that no name can break a line of the trail (ASVS 16.4.1). */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, ' ').slice(0, LONGEST_TEXT)
}
