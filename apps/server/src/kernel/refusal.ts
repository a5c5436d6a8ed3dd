/** A refusal is a value: a code for the caller, facts for the audit trail. Exceptions are left for what is broken. */
import type { Problem, RefusalCode } from '@sallyport/contract'

/** What the caller may hear beside the code: tries left, seconds to wait, the field. */
export type Told = Omit<Partial<Problem>, 'type' | 'title' | 'status' | 'code' | 'detail' | 'requestId'>

export type Refused = {
  readonly refused: RefusalCode
  readonly told: Told
  /** Why, for the audit trail alone. */
  readonly reason: string
}

/** Builds a refusal. `reason` defaults to the code. */
export function refuse(code: RefusalCode, told: Told = {}, reason: string = code): Refused {
  return { refused: code, told, reason }
}

/** Tells a refusal from a result. */
export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value && 'told' in value
}
