/** Where a recovery code's sealed hash lies. */
import type { Place } from '../crypto/seal.ts'
import type { Principal } from '../kernel/principal.ts'

/** Bound to its owner and its number, so that no row passes for another. */
export function codePlace({ accountId, principalId }: Principal, position: number): Place {
  return {
    purpose: 'recovery_code',
    table: 'recovery_code',
    column: 'sealed',
    accountId,
    rowId: `${principalId}/${position}`,
  }
}
