/** Gives the account an alias, by which its users sign in. */
import { recordEvent } from '../audit/record-event.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SettingsDeps, SettingsStores } from './deps.ts'
import type { Chooser } from './preview-settings.ts'

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
  const stands = (stores: SettingsStores) => isStillSignedIn(stores, deps, caller)
  return needed ?? putAlias(deps, caller, { alias, stands }, context)
}

/**
 * The same for whoever needs no proof, such as the operator.
 *
 * @param input.stands asked inside the transaction: whether the chooser may still choose
 *
 * Refuses: sign_in_needed, alias_invalid, alias_taken.
 */
export async function putAlias<S extends Pick<SettingsStores, 'audit' | 'settings'>>(
  deps: Pick<SettingsDeps, 'clock'> & { atomically: Atomically<S> },
  chooser: Chooser,
  input: { alias: string | undefined; stands: (stores: S) => Promise<boolean> },
  context: RequestContext,
): Promise<undefined | Refused> {
  const { alias } = input
  if (alias !== undefined && (!ALIAS.test(alias) || ACCOUNT_ID.test(alias) || RESERVED.has(alias)))
    return refuse('alias_invalid', { field: 'alias' })
  return deps.atomically(async (stores) => {
    if (!(await input.stands(stores))) return refuse('sign_in_needed')
    if (!(await stores.settings.setAlias(chooser.accountId, alias)))
      return refuse('alias_taken', { field: 'alias' })
    await recordEvent(stores, deps.clock, {
      accountId: chooser.accountId,
      actor: chooser.principalId,
      subject: '',
      action: 'account.alias_set',
      outcome: 'succeeded',
      context,
      details: { alias: alias ?? '' },
    })
    return undefined
  })
}
