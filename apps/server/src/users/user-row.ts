/** Rows of users, and the user that one stands for. */
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { NewUser } from './store.ts'
import type { PasswordState, RamUser, UserRole, UserState } from './user.ts'

export type Owner = { account_id: string; principal_id: string }

export type Tables = {
  principal: Owner & { kind: string; security_version: number; created_at: number }
  ram_user: Owner & {
    name: string
    name_key: string
    display_name: string
    comment: string
    state: UserState
    state_at: number
    role: UserRole
    mfa_bind_required: number
    password_state: PasswordState
    first_password_ends_at: number | null
    grace_until: number | null
    reminded_at: number | null
    idle_told_at: number | null
    last_sign_in_at: number | null
    last_address: string | null
    created_at: number
  }
  email: Owner & { address: string; address_key: string; verified_at: number | null }
  phone: Owner & { number: string; verified_at: number | null }
  mfa_device: Owner & { device_id: string }
  security_question_set: Owner & { off_at: number | null }
  group_member: Owner & { group_id: string; name_key: string }
}

/** What a user's select gives: its own row, the version of its principal, its addresses, questions and how many devices it has. */
type Row = Tables['ram_user'] & {
  security_version: number
  email_address: string | null
  email_verified_at: number | null
  phone_number: string | null
  phone_verified_at: number | null
  questions_set_of: string | null
  devices: number | null
}

/** The row of a user that is made. */
export function newRow(user: NewUser): Omit<Tables['ram_user'], keyof Owner> {
  return {
    name: user.name.name,
    name_key: user.name.key,
    display_name: user.displayName,
    comment: user.comment,
    state: 'active',
    state_at: user.createdAt,
    role: 'none',
    mfa_bind_required: user.mfaBindRequired ? 1 : 0,
    password_state: user.passwordState,
    first_password_ends_at: user.firstPasswordEndsAt ?? null,
    grace_until: null,
    reminded_at: null,
    idle_told_at: null,
    last_sign_in_at: null,
    last_address: null,
    created_at: user.createdAt,
  }
}

export function toUser(row: Row): RamUser {
  return {
    accountId: row.account_id as AccountId,
    principalId: row.principal_id as PrincipalId,
    name: row.name,
    nameKey: row.name_key,
    displayName: row.display_name,
    comment: row.comment,
    state: row.state,
    stateAt: row.state_at,
    role: row.role,
    mfaBindRequired: row.mfa_bind_required === 1,
    passwordState: row.password_state,
    firstPasswordEndsAt: row.first_password_ends_at ?? undefined,
    graceUntil: row.grace_until ?? undefined,
    lastSignInAt: row.last_sign_in_at ?? undefined,
    lastAddress: row.last_address ?? undefined,
    createdAt: row.created_at,
    securityVersion: row.security_version,
    email: row.email_address ?? undefined,
    emailVerifiedAt: row.email_verified_at ?? undefined,
    phone: row.phone_number ?? undefined,
    phoneVerifiedAt: row.phone_verified_at ?? undefined,
    hasQuestions: row.questions_set_of !== null,
    devices: Number(row.devices ?? 0),
  }
}
