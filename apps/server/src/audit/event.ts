/** One security event of the audit trail and the hash that chains it to the one before. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { FactorClass } from '../kernel/proof.ts'
import type { AuditAction } from './action.ts'

/** The chain of events that belong to no account, such as sign-ins with a name that nobody has. */
export const NO_ACCOUNT = '0'

export type AuditDetails = Readonly<Record<string, string | number | boolean>>

/** What a rule says happened. Never a code, a secret or a whole address (security.md 5.7). */
export type AuditEvent = {
  readonly accountId: AccountId | typeof NO_ACCOUNT
  /** A principal's id, `operator` at the command line, or `stranger`. */
  readonly actor: string
  /** The principal whom it concerns, or empty. */
  readonly subject: string
  readonly action: AuditAction
  readonly outcome: 'succeeded' | 'refused'
  readonly reason?: string
  readonly factors?: readonly FactorClass[]
  readonly context: RequestContext
  readonly details?: AuditDetails
}

/** An event as it stands in the trail. */
export type RecordedEvent = {
  readonly accountId: string
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly subject: string
  readonly action: string
  readonly outcome: 'succeeded' | 'refused'
  readonly reason: string | null
  readonly factors: readonly string[]
  readonly address: string | null
  readonly browser: string | null
  readonly requestId: string
  readonly details: AuditDetails
  readonly prev: string
  readonly hash: string
}

/** What the first event of a chain names as its predecessor. */
export const CHAIN_START = '0'.repeat(64)

/**
 * The text that is hashed: the event without its hash as JSON with sorted keys (in the manner of RFC 8785; the values
 * are strings, safe integers and booleans, so plain JSON text is canonical).
 */
export function canonicalText(event: Omit<RecordedEvent, 'hash'>): string {
  return JSON.stringify(sorted(event))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'hash')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
