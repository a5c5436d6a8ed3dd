/** The wire of groups of RAM users. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { Done, exact, Id, Instant, nullable } from './fields.ts'
import { RamUser } from './ram-endpoints.ts'

const GroupName = Type.String({ minLength: 1, maxLength: 64 })
const GroupComment = Type.String({ maxLength: 128 })
const After = Type.String({ maxLength: 64, description: '`next` of the page before' })

/** From how many on members are no longer counted. */
export const MEMBERS_COUNTED = 1000

export const RamGroup = exact({
  id: Id,
  name: Type.String(),
  comment: Type.String(),
  members: Type.Integer({
    description: `users that are not in the bin; ${MEMBERS_COUNTED} says so many or more`,
  }),
  createdAt: Instant,
})

const groupParams = exact({ groupId: Id })
const memberParams = exact({ groupId: Id, id: Id })
const read = ['sign_in_needed', 'permission_denied'] as const
const write = [...read, 'step_up_needed'] as const

export const ramGroupEndpoints = defineEndpoints({
  'GET /api/ram/groups': {
    access: 'session',
    permission: 'groups.read',
    tag: 'Groups',
    summary: 'Groups of the account in order of name, a page at a time',
    query: exact({
      search: Type.Optional(Type.String({ maxLength: 64, description: 'beginning of the name' })),
      after: Type.Optional(After),
    }),
    reply: exact({ groups: Type.Array(RamGroup), next: nullable(Type.String()) }),
    refusals: read,
  },
  'POST /api/ram/groups': {
    access: 'session',
    permission: 'groups.write',
    tag: 'Groups',
    summary: 'Make a group',
    body: exact({ name: GroupName, comment: Type.Optional(GroupComment) }),
    reply: RamGroup,
    refusals: [...write, 'group_name_invalid', 'group_name_taken', 'group_limit'],
  },
  'GET /api/ram/groups/:groupId': {
    access: 'session',
    permission: 'groups.read',
    tag: 'Groups',
    summary: 'One group',
    params: groupParams,
    reply: RamGroup,
    refusals: [...read, 'group_not_found'],
  },
  'PATCH /api/ram/groups/:groupId': {
    access: 'session',
    permission: 'groups.write',
    tag: 'Groups',
    summary: 'Change a group’s name or comment',
    params: groupParams,
    body: exact({ name: Type.Optional(GroupName), comment: Type.Optional(GroupComment) }),
    reply: RamGroup,
    refusals: [...write, 'group_not_found', 'group_name_invalid', 'group_name_taken'],
  },
  'DELETE /api/ram/groups/:groupId': {
    access: 'session',
    permission: 'groups.write',
    tag: 'Groups',
    summary: 'Delete a group; its members stay users',
    params: groupParams,
    reply: Done,
    refusals: [...write, 'group_not_found', 'rank_too_low'],
  },
  'GET /api/ram/groups/:groupId/members': {
    access: 'session',
    permission: 'groups.read',
    tag: 'Groups',
    summary: 'Members of a group that are not in the bin, in order of name, a page at a time',
    params: groupParams,
    query: exact({ after: Type.Optional(After) }),
    reply: exact({ users: Type.Array(RamUser), next: nullable(Type.String()) }),
    refusals: [...read, 'group_not_found'],
  },
  'PUT /api/ram/groups/:groupId/members/:id': {
    access: 'session',
    permission: 'groups.write',
    tag: 'Groups',
    summary: 'Put a user into a group; one who is in it stays',
    params: memberParams,
    reply: Done,
    refusals: [...write, 'group_not_found', 'user_not_found', 'rank_too_low', 'user_group_limit'],
  },
  'DELETE /api/ram/groups/:groupId/members/:id': {
    access: 'session',
    permission: 'groups.write',
    tag: 'Groups',
    summary: 'Take a user out of a group; one who is not in it stays out',
    params: memberParams,
    reply: Done,
    refusals: [...write, 'group_not_found', 'user_not_found', 'rank_too_low'],
  },
  'GET /api/ram/users/:id/groups': {
    access: 'session',
    permission: 'groups.read',
    tag: 'Groups',
    summary: 'The groups that a user is in, in order of name',
    params: exact({ id: Id }),
    reply: exact({ groups: Type.Array(RamGroup) }),
    refusals: [...read, 'user_not_found'],
  },
})
