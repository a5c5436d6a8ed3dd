/** What must be kept of sessions. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, KnownDeviceId, SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Session } from './session.ts'

export type SessionStore = {
  /** Reached only from `open-session.ts`. */
  readonly insert: (session: Session, tokenHash: string) => Promise<void>
  /** The session of a token while the principal's security version is still the session's; with that name. */
  readonly findLive: (tokenHash: string) => Promise<Session | undefined>
  /** Whatever its version and its end. */
  readonly find: (principal: Principal, sessionId: SessionId) => Promise<Session | undefined>
  /** Sessions that are not over at `now`, last seen first. */
  readonly listLive: (principal: Principal, now: Instant) => Promise<readonly Session[]>
  readonly touch: (session: Session, now: Instant) => Promise<void>
  /** The set-up of MFA was put off in this session; false where it is over. */
  readonly noteLater: (principal: Principal, sessionId: SessionId, now: Instant) => Promise<boolean>
  /** True when a session was ended. */
  readonly end: (principal: Principal, sessionId: SessionId) => Promise<boolean>
  /** Ends all of a principal's sessions but one; how many. */
  readonly endAll: (principal: Principal, keep?: SessionId) => Promise<number>
  /** Ends the sessions that a trusted browser opened, or any of them, all but one; how many. */
  readonly endTrusted: (
    principal: Principal,
    of: { readonly device?: KnownDeviceId; readonly keep?: SessionId },
  ) => Promise<number>
  /** Those that trusted browsers opened, of an account's principals. */
  readonly endTrustedOfAll: (accountId: AccountId) => Promise<void>
  readonly securityVersion: (principal: Principal) => Promise<number | undefined>
  /** Housekeeping: rows that are over. */
  readonly purge: (now: Instant) => Promise<number>
}
