/** Who may call what: one rule a kind of door, and no for everything that is not named. */
import type { Access } from '@sallyport/contract'
import type { Caller } from './kernel/principal.ts'
import { type Refused, refuse } from './kernel/refusal.ts'

/**
 * `public` and `attempt` doors let everybody in; the latter look at the attempt's own cookie. A guarded door needs a live
 * session: with an attempt alone the answer says which step is missing, and nothing else answers (security.md 1D, D12).
 */
export function permit(access: Access, caller: Caller | undefined, hasAttempt: boolean): Refused | undefined {
  if (access === 'public' || access === 'attempt') return undefined
  if (access === 'session' && caller !== undefined) return undefined
  return refuse(hasAttempt ? 'second_step_needed' : 'sign_in_needed')
}
