/** Creates a RAM user with a first way in. */
import type { Call } from '@sallyport/contract'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { canonicalPhone } from '../accounts/canonical-phone.ts'
import { recordEvent } from '../audit/record-event.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import { newId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { type RamUser, userName } from '../users/user.ts'
import { type Actor, mayStillAct, proofOf } from './act-on-user.ts'
import type { RamUserDeps } from './deps.ts'
import { giveFirstPassword, preparePassword } from './first-password.ts'

/** Of one account, the bin included. */
const USER_LIMIT = 200_000

export type MadeUser = { readonly user: RamUser; readonly generatedPassword: Secret<string> | undefined }

/**
 * User, addresses (unverified), first way in, mail and trail in one transaction; what cannot finish leaves nothing.
 *
 * Refuses: step_up_needed, sign_in_needed, user_name_invalid, email_invalid, phone_invalid, user_email_missing,
 * user_limit, user_name_taken, too_often, server_busy.
 */
export async function createUser(
  deps: RamUserDeps,
  actor: Actor,
  typed: Call<'POST /api/ram/users'>['body'],
  context: RequestContext,
): Promise<MadeUser | Refused> {
  const needed = await proofOf(deps, actor)
  if (needed) return needed
  const read = readUser(typed)
  if (isRefused(read)) return read
  const prepared = await preparePassword(deps, typed.firstPassword)
  if (isRefused(prepared)) return prepared

  const { accountId } = actor
  const principal = { accountId, principalId: newId('prn', deps.random) }
  return orBrokenOff(
    deps.atomically(async (stores) => {
      if (!(await mayStillAct(stores, deps, actor))) return refuse('sign_in_needed')
      if ((await stores.users.count(accountId)) >= USER_LIMIT) return refuse('user_limit')
      const created = await stores.users.create({
        ...principal,
        ...read,
        mfaBindRequired: typed.mfaBindRequired,
        passwordState: 'none',
        firstPasswordEndsAt: undefined,
        createdAt: deps.clock.now(),
      })
      if (!created) return refuse('user_name_taken', { field: 'name' })
      const invited = { ...principal, name: read.name.name, email: read.email?.address }
      const refused = await giveFirstPassword(stores, deps, invited, prepared)
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
      const user = await stores.users.find(principal)
      if (user === undefined) throw new Error('a user was made and is not there')
      return { user, generatedPassword: prepared.kind === 'generated' ? prepared.password : undefined }
    }),
  )
}

function readUser(typed: Call<'POST /api/ram/users'>['body']) {
  const name = userName(typed.name)
  if (name === undefined) return refuse('user_name_invalid', { field: 'name' })
  const email = typed.email === undefined ? undefined : canonicalEmail(typed.email)
  if (typed.email !== undefined && email === undefined) return refuse('email_invalid', { field: 'email' })
  const phone = typed.phone === undefined ? undefined : canonicalPhone(typed.phone)
  if (typed.phone !== undefined && phone === undefined) return refuse('phone_invalid', { field: 'phone' })
  if (typed.firstPassword === 'invitation' && email === undefined)
    return refuse('user_email_missing', { field: 'email' })
  return {
    name,
    email,
    phone,
    displayName: typed.displayName?.trim() ?? '',
    comment: typed.comment?.trim() ?? '',
  }
}
