/** The dry run: what settings would do to whom, and a token that stands for this very answer. */
import type { Reply } from '@sallyport/contract'
import type { AccountId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { mayEnterFrom } from '../settings/may-enter-from.ts'
import { canonicalNetwork } from '../settings/networks.ts'
import { type ChosenSettings, identityMethods, type SecuritySettings } from '../settings/settings.ts'
import type { SettingsStore } from '../settings/store.ts'
import { signInName } from '../users/user.ts'
import { type AllowedMeans, availableMethods } from '../verification/identity-methods.ts'
import type { SettingsDeps, SettingsStores } from './deps.ts'
import type { SurveyStore } from './store.ts'
import { type Affected, type Survey, takeSurvey } from './survey.ts'

type DryRun = Reply<'POST /api/ram/settings/preview'>

export type DryRunDeps = Pick<SettingsDeps, 'allowedMeans' | 'clock' | 'mac'> & {
  read: Pick<SettingsStores, 'settings' | 'surveys'>
}

/** Who chooses settings: a caller, or the operator at the command line. */
export type Chooser = { readonly accountId: AccountId; readonly principalId: string }

/** Changes nothing. Refuses: networks_invalid, identity_methods_none, identity_methods_closed. */
export async function previewSettings(
  deps: DryRunDeps,
  caller: Chooser,
  typed: ChosenSettings,
  context: Pick<RequestContext, 'address'>,
): Promise<DryRun | Refused> {
  const chosen = canonicalSettings(typed, deps.allowedMeans)
  if (isRefused(chosen)) return chosen
  const [seen, alias] = await Promise.all([
    lookAt(deps, { settings: deps.read.settings, surveys: unhurried(deps.read.surveys) }, caller, chosen),
    deps.read.settings.aliasOf(caller.accountId),
  ])
  const named = ({ count, users }: Affected) => ({
    count,
    users: users.map(({ principalId, name }) => ({
      id: principalId,
      signInName: signInName({ name, accountId: caller.accountId }, alias),
    })),
  })
  const { survey } = seen
  return {
    token: deps.mac.make('dry_run', tokenParts(caller, chosen, seen)),
    users: survey.users,
    ready: survey.ready,
    sentToSetUp: named(survey.sentToSetUp),
    withoutWay: named(survey.withoutWay),
    cannotVerify: named(survey.cannotVerify),
    losingRecoveryCodes: named(survey.losingRecoveryCodes),
    lockedOutByNetwork: named(survey.lockedOutByNetwork),
    idle: named(survey.idle),
    callerLockedOut: !mayEnterFrom(chosen, context.address),
  }
}

/** Between pages others are answered, however many users there are. */
function unhurried({ page }: Pick<SurveyStore, 'page'>): Pick<SurveyStore, 'page'> {
  return {
    async page(accountId, place) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      return page(accountId, place)
    },
  }
}

type Seen = { readonly survey: Survey; readonly standing: SecuritySettings }

/** Everything that the answer of a dry run depends on, read over committed rows or inside a transaction. */
export async function lookAt(
  deps: Pick<SettingsDeps, 'allowedMeans' | 'clock'>,
  stores: { settings: SettingsStore; surveys: Pick<SurveyStore, 'page'> },
  { accountId }: Chooser,
  chosen: ChosenSettings,
): Promise<Seen> {
  const standing = await stores.settings.find(accountId)
  const survey = await takeSurvey(stores.surveys.page, accountId, chosen, {
    server: deps.allowedMeans,
    now: deps.clock.now(),
  })
  return { survey, standing }
}

/** What the token is made over: who asked, what was chosen, what stood, and the answer for every user. */
export function tokenParts(caller: Chooser, chosen: ChosenSettings, seen: Seen): readonly string[] {
  return [
    caller.accountId,
    caller.principalId,
    settingsText(chosen),
    `${settingsText(seen.standing)} ${seen.standing.enforcedAt} ${seen.standing.idleEnforcedAt}`,
    seen.survey.digest,
  ]
}

/**
 * The settings with every network in its one form, each once, and the ways to verify identity in one order. One of these
 * must be left that this server has: with none, nobody could set up a second factor. Security questions alone are none:
 * setting them takes a code by another way, and no administrator can set them for a user.
 *
 * Refuses: networks_invalid, identity_methods_none, identity_methods_closed.
 */
export function canonicalSettings(typed: ChosenSettings, server: AllowedMeans): ChosenSettings | Refused {
  const networks = new Set<string>()
  for (const [index, network] of typed.networks.entries()) {
    const canonical = canonicalNetwork(network)
    if (canonical === undefined) return refuse('networks_invalid', { field: `networks/${index}` })
    networks.add(canonical)
  }
  const methods = identityMethods.filter((method) => typed.identityMethods.includes(method))
  const available = availableMethods(methods, server)
  if (available.length === 0) return refuse('identity_methods_none', { field: 'identityMethods' })
  if (available.every((method) => method === 'security_questions'))
    return refuse('identity_methods_closed', { field: 'identityMethods' })
  return { ...typed, networks: [...networks], identityMethods: methods }
}

function settingsText(chosen: ChosenSettings): string {
  return JSON.stringify([
    chosen.whoMust,
    chosen.graceDays,
    chosen.usersManageDevices,
    chosen.networks,
    chosen.sessionHours,
    chosen.minimumPasswordLength,
    chosen.trustBrowserDays,
    chosen.idleDays,
    chosen.passwordHistory,
    chosen.identityMethods,
    chosen.recoveryCodes,
  ])
}
