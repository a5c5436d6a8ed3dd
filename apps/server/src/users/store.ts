/** What must be kept of RAM users. Every question names the account. */
import type { Instant } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { PasswordState, RamUser, UserName, UserRole, UserState } from './user.ts'

/** What is written to, and what is compared. */
export type UserEmail = { readonly address: string; readonly key: string }

export type NewUser = Principal & {
  readonly name: UserName
  readonly displayName: string
  readonly comment: string
  readonly mfaBindRequired: boolean
  /** Not verified: an administrator typed it. */
  readonly email: UserEmail | undefined
  readonly phone: string | undefined
  readonly passwordState: PasswordState
  readonly firstPasswordEndsAt: Instant | undefined
  readonly createdAt: Instant
}

/** Users in order of a key, after one and beginning with something; at most so many. */
export type UserPage = {
  readonly accountId: AccountId
  readonly state: UserState | undefined
  /** Only who is in this group, where one is named. */
  readonly group?: string | undefined
  /** In lower case; empty for all. */
  readonly prefix: string
  readonly limit: number
}

export type UserStore = {
  /** With a principal of its own; false when a user of the account, also one in the bin, has the name. */
  readonly create: (user: NewUser) => Promise<boolean>
  readonly find: (principal: Principal) => Promise<RamUser | undefined>
  /** By the whole key alone, also in the bin. */
  readonly findByName: (accountId: AccountId, nameKey: string) => Promise<RamUser | undefined>
  /** In order of the name's key. */
  readonly listByName: (page: UserPage & { readonly after: string }) => Promise<readonly RamUser[]>
  /** In order of the address's key, then the id; who is not in the group is marked, so that few rows are read. */
  readonly listByEmail: (
    page: UserPage & { readonly after: { readonly key: string; readonly principalId: PrincipalId | '' } },
  ) => Promise<readonly (RamUser & { readonly emailKey: string; readonly inGroup: boolean })[]>
  readonly emailKeyOf: (principal: Principal) => Promise<string | undefined>
  /** Which of the names are taken, also by users in the bin. */
  readonly takenNames: (accountId: AccountId, nameKeys: readonly string[]) => Promise<ReadonlySet<string>>
  readonly count: (accountId: AccountId) => Promise<number>
  readonly change: (
    principal: Principal,
    changed: {
      readonly displayName?: string
      readonly comment?: string
      readonly mfaBindRequired?: boolean
    },
  ) => Promise<void>
  /** Sets an address that nobody has verified, or takes it away. */
  readonly setEmail: (principal: Principal, email: UserEmail | undefined) => Promise<void>
  readonly setPhone: (principal: Principal, number: string | undefined) => Promise<void>
  /** Marks the address as the user's, from the first time on, if it is still the one on file; whether it is. */
  readonly verifyEmail: (principal: Principal, address: string, now: Instant) => Promise<boolean>
  readonly verifyPhone: (principal: Principal, number: string, now: Instant) => Promise<boolean>
  /** Whether the user was in one of the states, from which it then went into the new one. */
  readonly moveState: (
    principal: Principal,
    from: readonly UserState[],
    to: UserState,
    now: Instant,
  ) => Promise<boolean>
  readonly setRole: (principal: Principal, role: UserRole) => Promise<void>
  readonly setPasswordState: (
    principal: Principal,
    state: PasswordState,
    endsAt: Instant | undefined,
  ) => Promise<void>
  /** Whether the password is the user's own, which then must be replaced, or need not be any more. */
  readonly requireNewPassword: (principal: Principal, required: boolean) => Promise<boolean>
  readonly setGrace: (principal: Principal, until: Instant | undefined) => Promise<void>
  readonly noteSignIn: (principal: Principal, now: Instant, address: string) => Promise<void>
  /**
   * Active users who have neither signed in nor been resumed since, the longest away first. With `untoldAfter` only those
   * whom nobody told of it after that instant and their last sign-in.
   */
  readonly listQuiet: (
    accountId: AccountId,
    of: { readonly since: Instant; readonly untoldAfter: Instant | undefined; readonly limit: number },
  ) => Promise<readonly RamUser[]>
  /** A sign-in takes it away. */
  readonly noteIdleTold: (principal: Principal, now: Instant) => Promise<void>
  /** Whether the last reminder was before an instant, which it then no longer is. */
  readonly takeReminder: (principal: Principal, now: Instant, before: Instant) => Promise<boolean>
}
