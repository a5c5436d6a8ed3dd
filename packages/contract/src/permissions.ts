/** Who may do what in an account: one table, read by the server at each door and by the console for what it offers. */
import type { Static } from 'typebox'
import type { Role as RoleField } from './fields.ts'

/** The main account is the owner; the other roles are given to RAM users. `none` is an ordinary user. */
export type Role = Static<typeof RoleField>

/** What a door of the RAM console needs. */
export type Permission =
  | 'users.read'
  | 'users.write'
  | 'groups.read'
  | 'groups.write'
  | 'roles.write'
  | 'factors.reset'
  | 'settings.read'
  | 'settings.write'
  | 'report.read'
  | 'audit.read'

const read = ['users.read', 'groups.read', 'settings.read', 'report.read', 'audit.read'] as const

/** A security auditor reads everything and changes nothing; helpdesk resets factors of ordinary users and reads users. */
export const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [...read, 'users.write', 'groups.write', 'roles.write', 'factors.reset', 'settings.write'],
  ram_administrator: [...read, 'users.write', 'groups.write', 'factors.reset', 'settings.write'],
  security_auditor: read,
  helpdesk: ['users.read', 'groups.read', 'factors.reset'],
  none: [],
}

/** Whether a role has a permission. */
export function may(role: Role, permission: Permission): boolean {
  return permissions[role].includes(permission)
}

/** Nobody acts on somebody at or above their own height, themselves included; the owner is above all. */
const heights: Readonly<Record<Role, number>> = {
  owner: 3,
  ram_administrator: 2,
  security_auditor: 1,
  helpdesk: 1,
  none: 0,
}

/** Whether one role may change, suspend, remove or reset a user of another. */
export function outranks(actor: Role, subject: Role): boolean {
  return heights[actor] > heights[subject]
}
