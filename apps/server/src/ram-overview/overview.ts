/** The account at a glance: how many, how well guarded, what next, and the last thirty days. */
import type { Reply } from '@sallyport/contract'
import { DAY } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { lastDays } from './days.ts'
import type { OverviewDeps } from './deps.ts'
import { judge, obligedWithoutMfa } from './score.ts'

type Overview = Reply<'GET /api/ram/overview'>

const DAYS = 30
/** Who has not signed in for so long counts as idle. */
const IDLE_AFTER = 90 * DAY

/** Refuses: sign_in_needed, where the account is gone. */
export async function ramOverview(deps: OverviewDeps, accountId: AccountId): Promise<Overview | Refused> {
  const now = deps.clock.now()
  const days = lastDays(now, DAYS)
  const first = days[0] ?? ''
  const [alias, settings, owner, inStates, bound, counted] = await Promise.all([
    deps.read.settings.aliasOf(accountId),
    deps.read.settings.find(accountId),
    ownerOf(deps, accountId),
    deps.read.overviews.counts(accountId, now - IDLE_AFTER),
    deps.read.overviews.boundByDay(accountId, Date.parse(first)),
    deps.read.overviews.days(accountId, first),
  ])
  if (owner === undefined) return refuse('sign_in_needed')
  const sum = (rows: typeof bound) => rows.reduce((total, { users }) => total + users, 0)
  const counts = {
    ...inStates,
    withMfa: sum(bound),
    markedWithMfa: sum(bound.filter(({ marked }) => marked)),
  }
  const { score, advice } = judge(owner, settings, counts)
  let withMfa = sum(bound.filter(({ day }) => day === ''))
  return {
    accountId,
    alias: alias ?? null,
    users: {
      active: counts.active,
      suspended: counts.suspended,
      removed: counts.removed,
      withMfa: counts.withMfa,
      obligedWithoutMfa: obligedWithoutMfa(settings, counts),
    },
    score,
    advice: [...advice],
    days: days.map((day) => {
      withMfa += sum(bound.filter((row) => row.day === day))
      const { signIns, twoStepSignIns, refused, byFactor } = counted.find((row) => row.day === day) ?? NOTHING
      return { day, withMfa, signIns, twoStepSignIns, refused, byFactor }
    }),
  }
}

const NOTHING = {
  signIns: 0,
  twoStepSignIns: 0,
  refused: 0,
  byFactor: { password: 0, virtualMfa: 0, recoveryCode: 0, bypassCode: 0 },
} as const

async function ownerOf({ read }: OverviewDeps, accountId: AccountId) {
  const principalId = await read.accounts.mainOf(accountId)
  if (principalId === undefined) return undefined
  const [devices, recoveryCodes] = await Promise.all([
    read.totp.count({ accountId, principalId }),
    read.recoveryCodes.count({ accountId, principalId }),
  ])
  return { devices, recoveryCodes }
}
