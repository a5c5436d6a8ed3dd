/** What a session that owes something is told where it may not go. */
import type { Owes } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'

const OWED = { new_password: 'new_password_required', mfa: 'mfa_setup_required' } as const

/** Refuses: new_password_required, mfa_setup_required. */
export function refuseOwed(owes: Owes): Refused | undefined {
  return owes === 'nothing' ? undefined : refuse(OWED[owes])
}
