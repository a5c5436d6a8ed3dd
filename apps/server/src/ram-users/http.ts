/** The doors of RAM users. The account is the session's, whatever a request says. */
import { findLiveSessions } from '../access/find-live-sessions.ts'
import { type Route, route } from '../http/route.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { PrincipalId, SessionId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { describeSession } from '../sessions/describe-session.ts'
import type { RamUser } from '../users/user.ts'
import { changeUser } from './change-user.ts'
import { createUser, type MadeUser } from './create-user.ts'
import type { RamUserDeps } from './deps.ts'
import { describeFactors } from './describe-factors.ts'
import { userDescriber } from './describe-user.ts'
import { endUserSession, endUserSessions } from './end-sessions.ts'
import { giveRole } from './give-role.ts'
import { importUsers } from './import-users.ts'
import { listUsers } from './list-users.ts'
import { makeBypassCode } from './make-bypass-code.ts'
import { moveUser, type UserMove } from './move-user.ts'
import { previewImport } from './preview-import.ts'
import { renewFirstPassword } from './renew-first-password.ts'
import { resetFactors } from './reset-factors.ts'

export function ramUserRoutes(deps: RamUserDeps): readonly Route[] {
  const describer = ({ accountId }: Caller) => userDescriber(deps, accountId)
  const describe = async (caller: Caller, user: RamUser | Refused) =>
    isRefused(user) ? user : (await describer(caller))(user)
  const describeMade = async (caller: Caller, made: MadeUser | Refused) =>
    isRefused(made)
      ? made
      : {
          user: (await describer(caller))(made.user),
          generatedPassword: made.generatedPassword?.open() ?? null,
        }
  const find = async ({ accountId }: Caller, id: string) =>
    (await deps.read.users.find({ accountId, principalId: id as PrincipalId })) ?? refuse('user_not_found')
  type Asked = { params: { id: string }; caller: Caller; context: RequestContext }
  const move =
    (kind: UserMove) =>
    ({ params, caller, context }: Asked) =>
      moveUser(deps, caller, { id: params.id as PrincipalId, move: kind }, context)

  return [
    route('GET /api/ram/users', async ({ caller, query }) => {
      const [page, describeUser] = await Promise.all([
        listUsers(deps.read, caller.accountId, query),
        describer(caller),
      ])
      return { users: page.users.map(describeUser), next: page.next ?? null }
    }),
    route('POST /api/ram/users', async ({ caller, body, context }) =>
      describeMade(caller, await createUser(deps, caller, body, context)),
    ),
    route('POST /api/ram/imports/preview', async ({ caller, body }) => {
      const lines = await previewImport(deps, caller, body)
      return isRefused(lines) ? lines : { lines: [...lines] }
    }),
    route('POST /api/ram/imports', async ({ caller, body, context }) => {
      const lines = await importUsers(deps, caller, body, context)
      return isRefused(lines) ? lines : { lines: [...lines] }
    }),
    route('GET /api/ram/users/:id', async ({ caller, params }) => {
      const user = await find(caller, params.id)
      if (isRefused(user)) return user
      return { ...(await describe(caller, user)), ...(await describeFactors(deps, user)) }
    }),
    route('GET /api/ram/users/:id/sessions', async ({ caller, params }) => {
      const user = await find(caller, params.id)
      if (isRefused(user)) return user
      const sessions = await findLiveSessions(deps.read, deps, { ...user, kind: 'ram' })
      return sessions.map((session) => describeSession(session, caller.sessionId))
    }),
    route('DELETE /api/ram/users/:id/sessions/:sessionId', async ({ caller, params, context }) => {
      const input = { id: params.id as PrincipalId, sessionId: params.sessionId as SessionId }
      const ended = await endUserSession(deps, caller, input, context)
      return isRefused(ended) ? ended : { done: true }
    }),
    route('DELETE /api/ram/users/:id/sessions', async ({ caller, params, context }) => {
      const ended = await endUserSessions(deps, caller, params.id as PrincipalId, context)
      return isRefused(ended) ? ended : { ended }
    }),
    route('PATCH /api/ram/users/:id', async ({ caller, params, body, context }) => {
      const input = { id: params.id as PrincipalId, typed: body }
      return describe(caller, await changeUser(deps, caller, input, context))
    }),
    route('POST /api/ram/users/:id/suspend', async (asked) =>
      describe(asked.caller, await move('suspend')(asked)),
    ),
    route('POST /api/ram/users/:id/resume', async (asked) =>
      describe(asked.caller, await move('resume')(asked)),
    ),
    route('DELETE /api/ram/users/:id', async (asked) => {
      const removed = await move('remove')(asked)
      return isRefused(removed) ? removed : { done: true }
    }),
    route('POST /api/ram/users/:id/restore', async (asked) =>
      describe(asked.caller, await move('restore')(asked)),
    ),
    route('POST /api/ram/users/:id/first-password', async ({ caller, params, body, context }) => {
      const input = { id: params.id as PrincipalId, firstPassword: body.firstPassword }
      return describeMade(caller, await renewFirstPassword(deps, caller, input, context))
    }),
    route('POST /api/ram/users/:id/reset-mfa', async ({ caller, params, context }) =>
      describe(caller, await resetFactors(deps, caller, params.id as PrincipalId, context)),
    ),
    route('POST /api/ram/users/:id/bypass-code', async ({ caller, params, body, context }) => {
      const made = await makeBypassCode(deps, caller, { id: params.id as PrincipalId, ...body }, context)
      return isRefused(made) ? made : { code: made.code.open(), expiresAt: toRfc3339(made.expiresAt) }
    }),
    route('PUT /api/ram/users/:id/role', async ({ caller, params, body, context }) => {
      const input = { id: params.id as PrincipalId, role: body.role }
      return describe(caller, await giveRole(deps, caller, input, context))
    }),
  ]
}
