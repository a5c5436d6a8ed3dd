/** The doors of the RAM console's security settings. */
import type { Reply } from '@sallyport/contract'
import { type Route, route } from '../http/route.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { SettingsDeps } from './deps.ts'
import { enforceSettings } from './enforce-settings.ts'
import { previewSettings } from './preview-settings.ts'
import { remindUsers } from './remind-users.ts'
import { setAlias } from './set-alias.ts'

export function ramSettingsRoutes(deps: SettingsDeps): readonly Route[] {
  return [
    route('GET /api/ram/settings', ({ caller }) => describeSettings(deps, caller.accountId)),
    route('PUT /api/ram/alias', async ({ caller, body, context }) => {
      const refused = await setAlias(deps, caller, body.alias ?? undefined, context)
      return refused ?? describeSettings(deps, caller.accountId)
    }),
    route('POST /api/ram/settings/preview', ({ caller, body, context }) =>
      previewSettings(deps, caller, body, context),
    ),
    route('PUT /api/ram/settings', async ({ caller, body, context }) => {
      const refused = await enforceSettings(deps, caller, body, context)
      return refused ?? describeSettings(deps, caller.accountId)
    }),
    route('POST /api/ram/reminders', ({ caller, context }) => remindUsers(deps, caller, context)),
  ]
}

async function describeSettings(
  deps: SettingsDeps,
  accountId: AccountId,
): Promise<Reply<'GET /api/ram/settings'>> {
  const [{ enforcedAt, idleEnforcedAt: _, ...settings }, alias] = await Promise.all([
    deps.read.settings.find(accountId),
    deps.read.settings.aliasOf(accountId),
  ])
  return {
    ...settings,
    networks: [...settings.networks],
    identityMethods: [...settings.identityMethods],
    alias: alias ?? null,
    enforcedAt: enforcedAt === undefined ? null : toRfc3339(enforcedAt),
  }
}
