/** What must be kept of messages on their way. */
import type { Instant } from '../kernel/clock.ts'
import type { Channel } from './content.ts'

/** `kept` has no gateway and waits for the outbox page; `failed` was given up. */
export type OutboxState = 'waiting' | 'kept' | 'delivered' | 'failed'

export type OutboxRow = {
  readonly accountId: string
  readonly messageId: string
  readonly channel: Channel
  /** The message, sealed; empty once it is delivered or expired. */
  readonly sealed: string
  readonly state: OutboxState
  readonly tries: number
  readonly nextAt: Instant
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export type OutboxStore = {
  readonly insert: (row: OutboxRow) => Promise<void>
  /** Waiting rows of a channel whose time has come, oldest first. */
  readonly due: (channel: Channel, now: Instant, limit: number) => Promise<readonly OutboxRow[]>
  /** When the next waiting row that is not over is due. */
  readonly nextDue: (now: Instant) => Promise<Instant | undefined>
  readonly kept: (since: Instant, limit: number) => Promise<readonly OutboxRow[]>
  /** Empties the row. */
  readonly delivered: (row: OutboxRow, now: Instant) => Promise<void>
  readonly retryAt: (row: OutboxRow, nextAt: Instant, fault: string) => Promise<void>
  /** Empties the row and leaves it visible. */
  readonly failed: (row: OutboxRow, fault: string) => Promise<void>
  /** Gives up waiting rows past their end, deletes kept ones, and delivered and failed ones last tried before `before`. */
  readonly expire: (now: Instant, before: Instant) => Promise<void>
  readonly countByState: () => Promise<readonly { state: string; count: number }[]>
}
