/** Who acts: a principal of an account, and the session through which it does. */
import type { Role } from '@sallyport/contract'
import type { Instant } from './clock.ts'
import type { AccountId, PrincipalId, SessionId } from './ids.ts'
import type { Proof } from './proof.ts'

/** The owner part of every key: account first. */
export type Principal = {
  readonly accountId: AccountId
  readonly principalId: PrincipalId
}

/** A signed-in principal as every guarded route sees it; read from the session row at each request. */
export type Caller = Principal & {
  readonly sessionId: SessionId
  readonly proofs: readonly Proof[]
  /** When the session last passed a full sign-in, a binding or a full step-up. */
  readonly fullAt: Instant
  readonly kind: 'main' | 'ram'
  /** An email address, or `name@alias`. */
  readonly signInName: string
  readonly role: Role
  /** What this session must do before it may do anything else; read anew at each request. */
  readonly owes: Owes
  /** Whether policy or a mark says that this principal must have MFA. */
  readonly obliged: boolean
  /** In code points, of a new password. */
  readonly minimumPasswordLength: number
}

export type Owes = 'nothing' | 'new_password' | 'mfa'

/** Where a request came from, for the audit trail and notifications. */
export type RequestContext = {
  readonly requestId: string
  /** The client's address, from the socket or a trusted proxy's header. */
  readonly address: string
  /** Such as `Firefox on Linux`, read from the User-Agent; for display only. */
  readonly browser: string
}
