/** Enforces settings exactly as a dry run showed them. */
import { recordEvent } from '../audit/record-event.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { type Instant, MINUTE } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { QueueDeps } from '../notify/queue-message.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { ChosenSettings, SecuritySettings } from '../settings/settings.ts'
import { takeHit } from '../throttle/take-hit.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SettingsDeps, SettingsStores } from './deps.ts'
import { type Chooser, canonicalSettings, lookAt, tokenParts } from './preview-settings.ts'
import type { CodeHolder } from './store.ts'
import { tellCodesRemoved } from './tell-codes-removed.ts'

/** For one account: each looks at every user inside the one transaction that writes. */
const PER_ACCOUNT = [{ max: 20, withinMs: 10 * MINUTE }]

/** So many users are told of their recovery codes in one transaction. */
const TOLD_AT_ONCE = 200

type ForceStores = Pick<
  SettingsStores,
  'audit' | 'devices' | 'outbox' | 'recoveryCodes' | 'sessions' | 'settings' | 'surveys'
>

/**
 * Looks again inside the transaction: whoever would be affected otherwise than the dry run said makes it due anew, so
 * that nobody is sent to set-up or locked out whom the administrator did not see.
 *
 * Refuses: step_up_needed, too_often, sign_in_needed, networks_invalid, identity_methods_none, identity_methods_closed,
 * dry_run_needed.
 */
export async function enforceSettings(
  deps: SettingsDeps,
  caller: Caller,
  input: { settings: ChosenSettings; token: string },
  context: RequestContext,
): Promise<undefined | Refused> {
  const needed = await requireProof(deps, caller, 'manage_users')
  if (needed) return needed
  const { accountId } = caller
  const wait = await takeHit(deps, { accountId, scope: 'enforce', subject: '', limits: PER_ACCOUNT })
  if (wait) return refuse('too_often', wait)
  const stands = (stores: SettingsStores) => isStillSignedIn(stores, deps, caller)
  return putInForce(deps, caller, { ...input, stands }, context)
}

/**
 * The same for whoever needs no proof, such as the operator.
 *
 * Recovery codes that are switched off are deleted in the one transaction that enforces. Whoever had some is told: the
 * first 200 in it, the others after it, 200 a transaction, so that nobody else waits for an account of any size. A server
 * that stops between these leaves the rest untold; the event of the settings has the whole number.
 *
 * @param input.stands asked inside the transaction: whether the chooser may still choose
 *
 * Refuses: sign_in_needed, networks_invalid, identity_methods_none, identity_methods_closed, dry_run_needed.
 */
export async function putInForce<S extends ForceStores>(
  deps: Pick<SettingsDeps, 'allowedMeans' | 'mac'> & QueueDeps & { atomically: Atomically<S> },
  caller: Chooser,
  input: { settings: ChosenSettings; token: string; stands: (stores: S) => Promise<boolean> },
  context: RequestContext,
): Promise<undefined | Refused> {
  const chosen = canonicalSettings(input.settings, deps.allowedMeans)
  if (isRefused(chosen)) return chosen
  let holders: readonly CodeHolder[] = []
  const refused = await deps.atomically(async (stores) => {
    if (!(await input.stands(stores))) return refuse('sign_in_needed')
    const seen = await lookAt(deps, stores, caller, chosen)
    if (!deps.mac.matches('dry_run', tokenParts(caller, chosen, seen), input.token))
      return refuse('dry_run_needed')
    const enforcedAt = enforcedAtOf(seen.standing, chosen, deps.clock.now())
    const idleEnforcedAt = idleEnforcedAtOf(seen.standing, chosen, deps.clock.now())
    await stores.settings.save(caller.accountId, chosen, enforcedAt, idleEnforcedAt)
    if (chosen.trustBrowserDays === 0) await endAllTrust(stores, caller.accountId)
    // A sheet of codes that counted for nothing, and was thrown away as such, must not count again with a later setting.
    holders = chosen.recoveryCodes ? [] : await stores.surveys.codeHolders(caller.accountId)
    const codesRemoved =
      holders.length === 0 ? 0 : await stores.recoveryCodes.removeAllOfUsers(caller.accountId)
    await recordEvent(stores, deps.clock, {
      accountId: caller.accountId,
      actor: caller.principalId,
      subject: '',
      action: 'settings.changed',
      outcome: 'succeeded',
      context,
      details: {
        ...chosen,
        networks: chosen.networks.join(' '),
        identityMethods: chosen.identityMethods.join(' '),
        sentToSetUp: seen.survey.sentToSetUp.count,
        withoutWay: seen.survey.withoutWay.count,
        cannotVerify: seen.survey.cannotVerify.count,
        losingRecoveryCodes: seen.survey.losingRecoveryCodes.count,
        recoveryCodesRemoved: codesRemoved,
        lockedOutByNetwork: seen.survey.lockedOutByNetwork.count,
        idle: seen.survey.idle.count,
      },
    })
    await tellCodesRemoved(stores, deps, caller, holders.slice(0, TOLD_AT_ONCE), context)
    return undefined
  })
  if (refused) return refused
  for (let from = TOLD_AT_ONCE; from < holders.length; from += TOLD_AT_ONCE) {
    const some = holders.slice(from, from + TOLD_AT_ONCE)
    await deps.atomically((stores) => tellCodesRemoved(stores, deps, caller, some, context))
  }
  return undefined
}

/**
 * Days of grace run from when settings were enforced. Enforcing the same rule once more gives nobody more time.
 */
function enforcedAtOf(standing: SecuritySettings, chosen: ChosenSettings, now: Instant): Instant {
  const sameRule = standing.whoMust === chosen.whoMust && standing.graceDays === chosen.graceDays
  return sameRule ? (standing.enforcedAt ?? now) : now
}

/** Other days without a sign-in give everybody a week of notice anew. */
function idleEnforcedAtOf(standing: SecuritySettings, chosen: ChosenSettings, now: Instant): Instant {
  return standing.idleDays === chosen.idleDays ? (standing.idleEnforcedAt ?? now) : now
}

/** What is switched off does not come back with a later setting, and opens nothing meanwhile. */
async function endAllTrust(stores: ForceStores, accountId: AccountId): Promise<void> {
  await stores.devices.endTrustOfAll(accountId)
  await stores.sessions.endTrustedOfAll(accountId)
}
