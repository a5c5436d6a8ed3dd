/** What an endpoint of the wire is: its door, its shapes, and every refusal it may answer. */
import type { TSchema } from 'typebox'
import type { Permission } from './permissions.ts'
import type { RefusalCode } from './refusals.ts'

/**
 * Who may call: `public` anybody, `attempt` a browser with a sign-in attempt, `session` a signed-in principal that owes
 * nothing, `owing` one that may still owe a new password or the set-up of MFA. Whatever is not named here is refused.
 */
export type Access = 'public' | 'attempt' | 'session' | 'owing'

/** One row of the contract, keyed elsewhere by `METHOD /path`. */
export type Endpoint = {
  readonly access: Access
  /** What the caller's role must have, besides; of the RAM console's doors alone. */
  readonly permission?: Permission
  readonly tag: string
  readonly summary: string
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  /** Where it is more than what every door takes. */
  readonly largestBodyBytes?: number
  readonly reply: TSchema
  readonly refusals: readonly RefusalCode[]
}

/** Keeps the exact types of a table of endpoints while checking its form. */
export function defineEndpoints<
  const Table extends Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Endpoint>,
>(table: Table): Table {
  return table
}
