/** RAM users as the rules see them, and what a user may be called. */
import type { Role } from '@sallyport/contract'
import type { Instant } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'

export type UserState = 'active' | 'suspended' | 'removed'

/** What a RAM user can be given; the owner is the main account alone. */
export type UserRole = Exclude<Role, 'owner'>

/**
 * Where the password came from: `invited` has none yet and a link on its way, `own` was chosen by the user, `must_change`
 * opens nothing but the choice of a new one: it was generated and has an end, or it is the user's own, an administrator
 * requires another, and it has none.
 */
export type PasswordState = 'none' | 'invited' | 'must_change' | 'own'

export type UserName = {
  /** As it was typed. */
  readonly name: string
  /** What is compared: lower case. */
  readonly key: string
}

export type RamUser = Principal & {
  readonly name: string
  readonly nameKey: string
  readonly displayName: string
  readonly comment: string
  readonly state: UserState
  /** When it came into this state; of an active user the creation or the day it was resumed. */
  readonly stateAt: Instant
  readonly role: UserRole
  readonly mfaBindRequired: boolean
  readonly passwordState: PasswordState
  /** When a generated password or an invitation stops working. */
  readonly firstPasswordEndsAt: Instant | undefined
  readonly graceUntil: Instant | undefined
  readonly lastSignInAt: Instant | undefined
  readonly lastAddress: string | undefined
  readonly createdAt: Instant
  readonly securityVersion: number
  readonly email: string | undefined
  /** Undefined while nobody but an administrator said that it is the user's. */
  readonly emailVerifiedAt: Instant | undefined
  readonly phone: string | undefined
  readonly phoneVerifiedAt: Instant | undefined
  /** Security questions are set, and wrong answers have not switched them off. */
  readonly hasQuestions: boolean
  /** Bound virtual MFA devices. */
  readonly devices: number
}

/** Whether somebody else never knew the password, be it good for long or not. */
export function hasOwnPassword(user: Pick<RamUser, 'passwordState' | 'firstPasswordEndsAt'>): boolean {
  const { passwordState, firstPasswordEndsAt } = user
  return passwordState === 'own' || (passwordState === 'must_change' && firstPasswordEndsAt === undefined)
}

const NAME = /^[A-Za-z0-9._-]{1,64}$/

/** Undefined for what no user may be called. Nothing is trimmed or folded but the case (security.md 1I, I6). */
export function userName(typed: string): UserName | undefined {
  return NAME.test(typed) ? { name: typed, key: typed.toLowerCase() } : undefined
}

/** `name@alias`, or `name@accountId` where the account has no alias. */
export function signInName(user: Pick<RamUser, 'name' | 'accountId'>, alias: string | undefined): string {
  return `${user.name}@${alias ?? user.accountId}`
}
