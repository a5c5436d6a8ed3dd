/** Who has which factors, bound when, last used when. */
import type { Reply } from '@sallyport/contract'
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import { isObliged } from '../settings/is-obliged.ts'
import type { SecuritySettings } from '../settings/settings.ts'
import { signInName } from '../users/user.ts'
import { availableMethods, canVerify } from '../verification/identity-methods.ts'
import type { ReportDeps } from './deps.ts'
import type { Moment, ReportedUser } from './store.ts'

type Report = Reply<'GET /api/ram/report'>

/**
 * Rows of a page; users read at once where only some are wanted, and in one request: a page may then be short with more to
 * come.
 */
const BOUNDS = { rows: 50, atOnce: 500, atMost: 3_000 }

export type WantedReport = {
  readonly mfa?: 'with' | 'without'
  readonly sort?: 'name' | Moment
  readonly order?: 'asc' | 'desc'
  /** `next` of the page before. */
  readonly after?: string
}

/** Where the next read begins: among those who have the moment, or among the names. */
type Place =
  | { readonly by: Moment; readonly after: { at: Instant; principalId: PrincipalId } | undefined }
  | { readonly by: 'name'; readonly after: string }

/**
 * In order of name, or of a moment; whoever has no such moment comes last, in order of name. With a filter at most so
 * many users are looked through, so that no answer keeps others waiting; `next` is null only at the end.
 */
export async function listReport(
  deps: ReportDeps,
  accountId: AccountId,
  wanted: WantedReport,
  bounds = BOUNDS,
): Promise<Report> {
  const [settings, alias] = await Promise.all([
    deps.read.settings.find(accountId),
    deps.read.settings.aliasOf(accountId),
  ])
  const available = availableMethods(settings.identityMethods, deps.allowedMeans)
  const rows: Report['rows'] = []
  let place = placeOf(wanted)
  let next: string | null = null
  let seen = 0
  while (place !== undefined) {
    const limit = picks(place, wanted) ? bounds.atOnce : bounds.rows + 1
    const users = await read(deps, accountId, place, { limit, wanted })
    for (const user of users) {
      if (rows.length === bounds.rows) return { rows, next }
      next = cursorOf(place, user)
      if (fits(user, place, wanted)) rows.push(rowOf(user, { accountId, settings, alias, available }))
    }
    seen += users.length
    const ended = users.length < limit
    if (ended && (place.by === 'name' || holdsAll(wanted))) return { rows, next: null }
    if (seen >= bounds.atMost) return { rows, next }
    place = ended ? { by: 'name', after: '' } : placeAfter(next, wanted)
  }
  return { rows, next: null }
}

function read(
  deps: ReportDeps,
  accountId: AccountId,
  place: Place,
  { limit, wanted: { sort = 'name', order = 'asc' } }: { limit: number; wanted: WantedReport },
): Promise<readonly ReportedUser[]> {
  const descending = order === 'desc'
  return place.by === 'name'
    ? deps.read.reports.page(accountId, {
        after: place.after,
        limit,
        // Those without the moment stand in order of name whichever way the moments run.
        descending: descending && sort === 'name',
      })
    : deps.read.reports.pageBy(accountId, place.by, { after: place.after, limit, descending })
}

/** Whether nobody is wanted who has not the moment: who has a device bound it at some time. */
function holdsAll({ mfa, sort }: WantedReport): boolean {
  return mfa === 'with' && sort === 'boundAt'
}

/** Whether some of the users that are read there are left out. */
function picks(place: Place, { mfa, sort = 'name' }: WantedReport): boolean {
  return mfa !== undefined || (place.by === 'name' && sort !== 'name')
}

function fits(user: ReportedUser, place: Place, { mfa, sort = 'name' }: WantedReport): boolean {
  if (place.by === 'name' && sort !== 'name' && user[sort] !== undefined) return false
  return mfa === undefined || (mfa === 'with') === user.devices > 0
}

/** Where a list begins. Nobody without a device has bound or used one. */
function placeOf({ mfa, sort = 'name', after = '' }: WantedReport): Place | undefined {
  if (after !== '') return placeAfter(after, { sort })
  const names = sort === 'name' || (mfa === 'without' && sort !== 'lastSignInAt')
  return names ? { by: 'name', after: '' } : { by: sort, after: undefined }
}

/** `@`, the moment and the id; a name's key is one by itself, and none begins with `@`. */
const MOMENT_CURSOR = /^@(\d{1,15})\.(prn_.+)$/

function cursorOf(place: Place, user: ReportedUser): string {
  return place.by === 'name' ? user.nameKey : `@${user[place.by] ?? 0}.${user.principalId}`
}

/** Undefined for what no page of this order ended with. */
function placeAfter(cursor: string | null, { sort = 'name' }: WantedReport): Place | undefined {
  if (!cursor?.startsWith('@')) return { by: 'name', after: cursor?.toLowerCase() ?? '' }
  const [, at, principalId] = MOMENT_CURSOR.exec(cursor) ?? []
  if (sort === 'name' || principalId === undefined) return undefined
  return { by: sort, after: { at: Number(at), principalId: principalId as PrincipalId } }
}

function rowOf(
  user: ReportedUser,
  of: {
    accountId: AccountId
    settings: SecuritySettings
    alias: string | undefined
    available: ReturnType<typeof availableMethods>
  },
): Report['rows'][number] {
  return {
    id: user.principalId,
    signInName: signInName({ name: user.name, accountId: of.accountId }, of.alias),
    displayName: user.displayName,
    state: user.state,
    mfa: user.devices > 0,
    mfaObliged: isObliged(of.settings, user),
    canVerify: canVerify(user, of.available),
    factors: factorsOf(user),
    boundAt: instantOrNull(user.boundAt),
    lastUsedAt: instantOrNull(user.lastUsedAt),
    lastSignInAt: instantOrNull(user.lastSignInAt),
    createdAt: toRfc3339(user.createdAt),
  }
}

function factorsOf(user: ReportedUser): string[] {
  const factors: string[] = user.passwordChangedAt === undefined ? [] : ['password']
  if (user.devices > 0) factors.push('virtual_mfa')
  if (user.recoveryCodes > 0) factors.push('recovery_code')
  return factors
}

function instantOrNull(at: Instant | undefined): string | null {
  return at === undefined ? null : toRfc3339(at)
}
