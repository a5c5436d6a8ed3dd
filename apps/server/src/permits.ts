/** Who may call what: one rule a kind of door, and no for everything that is not named. */
import { type Endpoint, may } from '@sallyport/contract'
import type { Caller } from './kernel/principal.ts'
import { type Refused, refuse } from './kernel/refusal.ts'
import { refuseOwed } from './standing/refuse-owed.ts'

/**
 * `public` and `attempt` doors let everybody in; the latter look at the attempt's own cookie. A guarded door needs a live
 * session: with an attempt alone the answer says which step is missing, and nothing else answers (security.md 1D, D12). A
 * session that owes a new password or the set-up of MFA enters `owing` doors alone (security.md 1C, C5). What a door of
 * the RAM console needs is looked up in the contract's table of roles.
 */
export function permit(
  endpoint: Pick<Endpoint, 'access' | 'permission'>,
  caller: Caller | undefined,
  hasAttempt: boolean,
): Refused | undefined {
  const { access, permission } = endpoint
  if (access === 'public' || access === 'attempt') return undefined
  if (caller === undefined) return refuse(hasAttempt ? 'second_step_needed' : 'sign_in_needed')
  const owed = access === 'owing' ? undefined : refuseOwed(caller.owes)
  if (owed) return owed
  if (permission !== undefined && !may(caller.role, permission)) return refuse('permission_denied')
  return access === 'session' || access === 'owing' ? undefined : refuse('permission_denied')
}
