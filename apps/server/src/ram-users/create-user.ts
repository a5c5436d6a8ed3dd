/** Creates a RAM user with a first way in. */
import { recordEvent } from '../audit/record-event.ts'
import { groupName } from '../groups/group.ts'
import { joinGroup } from '../groups/join-group.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import { DAY, HOUR } from '../kernel/clock.ts'
import { type AccountId, newId } from '../kernel/ids.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { secondsUntilRoom, takeHitIn } from '../throttle/take-hit.ts'
import type { RamUser } from '../users/user.ts'
import { type Actor, mayStillAct, proofOf } from './act-on-user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'
import { type FirstPasswordKind, giveFirstPassword, preparePassword } from './first-password.ts'
import { readUser, type TypedUser } from './read-user.ts'

/** Of one account, the bin included. */
export const USER_LIMIT = 200_000

/** Users that come from files, of one account: what a first day needs, whatever way they get in by. */
const IMPORTED = [
  { max: 1000, withinMs: HOUR },
  { max: 3000, withinMs: DAY },
]

const IMPORT = { scope: 'import', subject: '' } as const

export type MadeUser = { readonly user: RamUser; readonly generatedPassword: Secret<string> | undefined }

/**
 * User, addresses (unverified), first way in, groups, mail and trail in one transaction; what cannot finish leaves
 * nothing.
 *
 * @param by what is counted against: one by one by hand, or from a file, which has a budget of its own
 *
 * Refuses: step_up_needed, sign_in_needed, user_name_invalid, email_invalid, phone_invalid, user_email_missing,
 * user_limit, user_name_taken, group_not_found, user_group_limit, too_often, server_busy.
 */
export async function createUser(
  deps: RamUserDeps,
  actor: Actor,
  typed: TypedUser,
  context: RequestContext,
  by: 'hand' | 'file' = 'hand',
): Promise<MadeUser | Refused> {
  const needed = await proofOf(deps, actor)
  if (needed) return needed
  const read = readUser(typed)
  if (isRefused(read)) return read
  const hopeless =
    by === 'file' ? await refuseEarly(deps, actor, { ...typed, key: read.name.key }) : undefined
  if (hopeless) return hopeless
  const prepared = await preparePassword(deps, typed.firstPassword)
  if (isRefused(prepared)) return prepared

  const { accountId } = actor
  const principal = { accountId, principalId: newId('prn', deps.random) }
  const noPassword = { passwordState: 'none', firstPasswordEndsAt: undefined } as const
  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await mayStillAct(stores, deps, actor))) return refuse('sign_in_needed')
      if ((await stores.users.count(accountId)) >= USER_LIMIT) return refuse('user_limit')
      const created = await stores.users.create({
        ...principal,
        ...read,
        mfaBindRequired: typed.mfaBindRequired,
        ...noPassword,
        createdAt: deps.clock.now(),
      })
      if (!created) return refuse('user_name_taken', { field: 'name' })
      const invited = { ...principal, ...noPassword, name: read.name.name, email: read.email?.address }
      const refused =
        (by === 'file' ? await countImported(stores, deps, accountId) : undefined) ??
        (await giveFirstPassword(stores, deps, invited, prepared, by))
      if (refused) throw new BreakOff(refused)
      await recordEvent(stores, deps.clock, {
        accountId,
        actor: actor.principalId,
        subject: principal.principalId,
        action: 'user.created',
        outcome: 'succeeded',
        context,
        details: {
          name: read.name.name,
          firstPassword: prepared.kind,
          mfaBindRequired: typed.mfaBindRequired,
        },
      })
      const joining = { ...principal, nameKey: read.name.key }
      const apart = await joinGroups(
        stores,
        deps,
        { user: joining, actor, groups: typed.groups ?? [] },
        context,
      )
      if (apart) throw new BreakOff(apart)
      const user = await stores.users.find(principal)
      if (user === undefined) throw new Error('a user was made and is not there')
      return { user, generatedPassword: prepared.kind === 'generated' ? prepared.password : undefined }
    }),
  )
}

/**
 * Before the hash, which is slow: a repeated import finds every name taken, and one over its budget would hash a password
 * for each line that it then refuses. Nothing is counted here: the transaction asks again, and counts.
 *
 * Refuses: user_name_taken, too_often.
 */
async function refuseEarly(
  { read, clock }: RamUserDeps,
  { accountId }: Actor,
  typed: { key: string; firstPassword: FirstPasswordKind },
): Promise<Refused | undefined> {
  if ((await read.users.findByName(accountId, typed.key)) !== undefined)
    return refuse('user_name_taken', { field: 'name' })
  if (typed.firstPassword !== 'generated') return undefined
  const key = { accountId, ...IMPORT }
  const retryAfterSeconds = await secondsUntilRoom(read.throttle, key, IMPORTED, clock.now())
  return retryAfterSeconds === 0 ? undefined : refuse('too_often', { retryAfterSeconds })
}

/** Refuses: too_often. */
async function countImported(
  stores: Pick<RamUserStores, 'throttle'>,
  deps: RamUserDeps,
  accountId: AccountId,
): Promise<Refused | undefined> {
  const wait = await takeHitIn(stores, deps, { accountId, ...IMPORT, limits: IMPORTED })
  return wait && refuse('too_often', wait)
}

/** Refuses: group_not_found, user_group_limit. */
async function joinGroups(
  stores: RamUserStores,
  deps: RamUserDeps,
  of: { user: Principal & { nameKey: string }; actor: Actor; groups: readonly string[] },
  context: RequestContext,
): Promise<Refused | undefined> {
  const { user, actor, groups } = of
  for (const typed of groups) {
    const name = groupName(typed)
    const group = name && (await stores.groups.findByName(user.accountId, name.key))
    if (group === undefined) return refuse('group_not_found', { field: 'groups' })
    const refused = await joinGroup(stores, deps.clock, { group, user, actor: actor.principalId }, context)
    if (refused) return refused
  }
  return undefined
}
