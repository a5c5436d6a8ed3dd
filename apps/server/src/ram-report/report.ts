/** Who has which factors, bound when, last used when. */
import type { Reply } from '@sallyport/contract'
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { isObliged } from '../settings/is-obliged.ts'
import { signInName } from '../users/user.ts'
import { availableMethods, canVerify } from '../verification/identity-methods.ts'
import type { ReportDeps } from './deps.ts'
import type { ReportedUser } from './store.ts'

type Report = Reply<'GET /api/ram/report'>

const ROWS = 50
/** Users read at once where only some are wanted, and in one request: a page may then be short with more to come. */
const READ = 500
const READ_AT_MOST = 5_000

/**
 * In order of name. With a filter at most so many users are looked through, so that no answer keeps others waiting;
 * `next` is null only at the end.
 *
 * @param input.after the name key that the page before ended with
 */
export async function listReport(
  deps: ReportDeps,
  accountId: AccountId,
  input: { mfa: 'with' | 'without' | undefined; after: string },
): Promise<Report> {
  const [settings, alias] = await Promise.all([
    deps.read.settings.find(accountId),
    deps.read.settings.aliasOf(accountId),
  ])
  const available = availableMethods(settings.identityMethods, deps.allowedMeans)
  const rows: Report['rows'] = []
  const limit = input.mfa === undefined ? ROWS + 1 : READ
  let after = input.after.toLowerCase()
  let seen = 0
  for (;;) {
    const page = await deps.read.reports.page(accountId, { after, limit })
    for (const user of page) {
      if (rows.length === ROWS) return { rows, next: after }
      after = user.nameKey
      if (input.mfa !== undefined && (input.mfa === 'with') !== user.devices > 0) continue
      rows.push({
        id: user.principalId,
        signInName: signInName({ name: user.name, accountId }, alias),
        displayName: user.displayName,
        state: user.state,
        mfa: user.devices > 0,
        mfaObliged: isObliged(settings, user),
        canVerify: canVerify(user, available),
        factors: factorsOf(user),
        boundAt: instantOrNull(user.boundAt),
        lastUsedAt: instantOrNull(user.lastUsedAt),
        lastSignInAt: instantOrNull(user.lastSignInAt),
        createdAt: toRfc3339(user.createdAt),
      })
    }
    seen += page.length
    if (page.length < limit) return { rows, next: null }
    if (seen >= READ_AT_MOST) return { rows, next: after }
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
