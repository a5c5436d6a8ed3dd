/** Reads where a principal stands at this moment. */
import type { AccountStore } from '../accounts/store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import { defaultSettings } from '../settings/settings.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { UserStore } from '../users/store.ts'
import { signInName } from '../users/user.ts'
import { isIdle } from './idle.ts'
import { minimumLengthOf, obligationIn, owedBy, type PolicySession, type Standing } from './standing.ts'

export type StandingStores = { accounts: AccountStore; settings: SettingsStore; users: UserStore }

/**
 * Where a principal stands in a session with these proofs. A main account owes nothing and is obliged to nothing.
 *
 * @param read the committed stores, or those of the transaction that opens the session
 * @returns undefined for a principal that is gone, suspended, in the bin or away for too long
 */
export async function findStanding(
  read: StandingStores,
  deps: { clock: Clock },
  principal: Principal,
  session: PolicySession,
): Promise<Standing | undefined> {
  const details = await read.accounts.details(principal)
  if (details === undefined) return undefined
  if (details.kind === 'main') {
    return {
      kind: 'main',
      role: 'owner',
      signInName: details.email ?? principal.accountId,
      owes: 'nothing',
      obliged: false,
      graceUntil: undefined,
      minimumPasswordLength: defaultSettings.minimumPasswordLength,
      sessionHours: defaultSettings.sessionHours,
    }
  }
  const user = await read.users.find(principal)
  if (user?.state !== 'active') return undefined
  const settings = await read.settings.find(principal.accountId)
  if (isIdle(user, settings, deps.clock.now())) return undefined
  const alias = await read.settings.aliasOf(principal.accountId)
  const obligation = obligationIn(session, user, settings, deps.clock.now())
  const owes = owedBy(obligation, user, session)
  return {
    kind: 'ram',
    role: user.role,
    signInName: signInName(user, alias),
    owes,
    obliged: obligation.obliged,
    graceUntil: user.devices === 0 ? obligation.graceUntil : undefined,
    minimumPasswordLength: minimumLengthOf(obligation, settings),
    sessionHours: settings.sessionHours,
  }
}
