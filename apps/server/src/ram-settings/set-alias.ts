/** Gives the account an alias, by which its users sign in. */
import { recordEvent } from '../audit/record-event.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SettingsDeps } from './deps.ts'

/** Small letters, digits and single hyphens between them. */
const ALIAS = /^(?=.{3,32}$)[a-z0-9]+(?:-[a-z0-9]+)*$/
/** After the last `@` this means an account's id. */
const ACCOUNT_ID = /^\d{16}$/
/** A mail domain without a dot that may stand in an email address here. */
const RESERVED: ReadonlySet<string> = new Set(['localhost'])

/** Refuses: step_up_needed, sign_in_needed, alias_invalid, alias_taken. */
export async function setAlias(
  deps: SettingsDeps,
  caller: Caller,
  alias: string | undefined,
  context: RequestContext,
): Promise<undefined | Refused> {
  const needed = await requireProof(deps, caller, 'manage_users')
  if (needed) return needed
  if (alias !== undefined && (!ALIAS.test(alias) || ACCOUNT_ID.test(alias) || RESERVED.has(alias)))
    return refuse('alias_invalid', { field: 'alias' })
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    if (!(await stores.settings.setAlias(caller.accountId, alias)))
      return refuse('alias_taken', { field: 'alias' })
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: '',
      action: 'account.alias_set',
      outcome: 'succeeded',
      context,
      details: { alias: alias ?? '' },
    })
    return undefined
  })
}
