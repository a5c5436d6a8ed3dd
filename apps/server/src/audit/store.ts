/** What must be kept of the audit trail. Nothing here changes or deletes an event. */
import type { RecordedEvent } from './event.ts'

/** Which events of an account; what is undefined narrows nothing. */
export type AuditFilter = {
  readonly action: string | undefined
  /** Whom it concerns. */
  readonly subject: string | undefined
  readonly outcome: 'succeeded' | 'refused' | undefined
}

export type AuditStore = {
  /** The newest event's place and hash in an account's chain; inside a transaction no other can come between. */
  readonly head: (accountId: string) => Promise<{ seq: number; hash: string } | undefined>
  /** And counts it to its day (`audit_day`). */
  readonly append: (event: RecordedEvent) => Promise<void>
  /** Events that concern or come from a principal, newest first. */
  readonly listOfPrincipal: (
    accountId: string,
    principalId: string,
    page: { before: number | undefined; limit: number },
  ) => Promise<readonly RecordedEvent[]>
  /** Newest first before a place, or oldest first after one. */
  readonly listOfAccount: (
    accountId: string,
    filter: AuditFilter,
    page: ({ before: number | undefined } | { after: number }) & { limit: number },
  ) => Promise<readonly RecordedEvent[]>
  /** A stretch of one chain in order, for verification. */
  readonly listChain: (
    accountId: string,
    page: { after: number; limit: number },
  ) => Promise<readonly RecordedEvent[]>
  /** Every chain there is. */
  readonly chains: () => Promise<readonly string[]>
}
