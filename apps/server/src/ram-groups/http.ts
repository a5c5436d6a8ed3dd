/** The doors of groups. The account is the session's, whatever a request says. */
import type { Reply } from '@sallyport/contract'
import type { CountedGroup } from '../groups/store.ts'
import { type Route, route } from '../http/route.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { GroupId, PrincipalId } from '../kernel/ids.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { userDescriber } from '../ram-users/describe-user.ts'
import { listUsers } from '../ram-users/list-users.ts'
import { changeGroup } from './change-group.ts'
import { changeMembers } from './change-members.ts'
import { createGroup } from './create-group.ts'
import type { GroupDeps } from './deps.ts'
import { listGroups } from './list-groups.ts'
import { removeGroup } from './remove-group.ts'

type Described = Reply<'GET /api/ram/groups/:groupId'>

function describe({ groupId, name, comment, members, createdAt }: CountedGroup): Described {
  return { id: groupId, name, comment, members, createdAt: toRfc3339(createdAt) }
}

function described(group: CountedGroup | Refused): Described | Refused {
  return isRefused(group) ? group : describe(group)
}

export function ramGroupRoutes(deps: GroupDeps): readonly Route[] {
  return [
    route('GET /api/ram/groups', async ({ caller, query }) => {
      const { groups, next } = await listGroups(deps.read, caller.accountId, query)
      return { groups: groups.map(describe), next: next ?? null }
    }),
    route('POST /api/ram/groups', async ({ caller, body, context }) =>
      described(await createGroup(deps, caller, body, context)),
    ),
    route('GET /api/ram/groups/:groupId', async ({ caller: { accountId }, params }) => {
      const groupId = params.groupId as GroupId
      return described((await deps.read.groups.find({ accountId, groupId })) ?? refuse('group_not_found'))
    }),
    route('PATCH /api/ram/groups/:groupId', async ({ caller, params, body, context }) => {
      const input = { groupId: params.groupId as GroupId, typed: body }
      return described(await changeGroup(deps, caller, input, context))
    }),
    route('DELETE /api/ram/groups/:groupId', async ({ caller, params, context }) => {
      const refused = await removeGroup(deps, caller, params.groupId as GroupId, context)
      return refused ?? { done: true }
    }),
    route('GET /api/ram/groups/:groupId/members', async ({ caller: { accountId }, params, query }) => {
      const groupId = params.groupId as GroupId
      if ((await deps.read.groups.find({ accountId, groupId })) === undefined)
        return refuse('group_not_found')
      const [page, describeUser] = await Promise.all([
        listUsers(deps.read, accountId, { ...query, group: groupId }),
        userDescriber(deps, accountId),
      ])
      return { users: page.users.map(describeUser), next: page.next ?? null }
    }),
    ...(['PUT', 'DELETE'] as const).map((method) =>
      route(`${method} /api/ram/groups/:groupId/members/:id`, async ({ caller, params, context }) => {
        const changed = await changeMembers(
          deps,
          caller,
          {
            groupId: params.groupId as GroupId,
            id: params.id as PrincipalId,
            to: method === 'PUT' ? 'in' : 'out',
          },
          context,
        )
        return isRefused(changed) ? changed : { done: true }
      }),
    ),
    route('GET /api/ram/users/:id/groups', async ({ caller: { accountId }, params }) => {
      const principal = { accountId, principalId: params.id as PrincipalId }
      if ((await deps.read.users.find(principal)) === undefined) return refuse('user_not_found')
      return { groups: (await deps.read.groups.ofUser(principal)).map(describe) }
    }),
  ]
}
