/** How a rule leaves a transaction without leaving anything behind: what was written is rolled back, the refusal stays. */
import type { Refused } from './refusal.ts'

/** Thrown inside a transaction, whose returned values would commit. Never crosses `orBrokenOff`. */
export class BreakOff extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.reason)
    this.name = 'BreakOff'
    this.refused = refused
  }
}

/** The transaction's result, or the refusal that it was broken off with. */
export async function orBrokenOff<T>(transaction: Promise<T>): Promise<T | Refused> {
  try {
    return await transaction
  } catch (error) {
    if (error instanceof BreakOff) return error.refused
    throw error
  }
}
