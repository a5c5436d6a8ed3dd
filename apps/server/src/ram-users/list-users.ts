/** The users of an account, a page at a time, with a bound on what one page may read. */
import type { AccountId, PrincipalId } from '../kernel/ids.ts'
import type { UserStore } from '../users/store.ts'
import type { RamUser, UserState } from '../users/user.ts'

const PAGE = 50
/** Users read in one go where some will be left out. */
const BATCH = 250
/** After so many a page ends, however few were found: the next one goes on from there. */
const MOST_READ = 5000

export type Wanted = {
  readonly search?: string
  /** Without it all but those in the bin. */
  readonly state?: UserState
  readonly mfa?: 'with' | 'without'
  /** A group's id; nobody is in one that is not the account's. */
  readonly group?: string
  /** `next` of the page before. */
  readonly after?: string
}

/** Where the next batch of candidates begins. */
type Place =
  | { readonly by: 'name'; readonly after: string }
  | { readonly by: 'email'; readonly after: { key: string; principalId: PrincipalId | '' } }

/**
 * Users whose name begins with the search, in order of name; then those of whom only the email does, in order of email.
 * A page may hold fewer than it could, or none, and yet have a next one.
 */
export async function listUsers(
  read: { users: UserStore },
  accountId: AccountId,
  wanted: Wanted,
): Promise<{ users: readonly RamUser[]; next: string | undefined }> {
  const prefix = (wanted.search ?? '').trim().toLowerCase()
  const { state, group } = wanted
  const limit = wanted.mfa === undefined && group === undefined ? PAGE + 1 : BATCH
  let place: Place | undefined = await placeOf(read, accountId, wanted.after)
  const found: { user: RamUser; by: Place['by'] }[] = []
  let seen = 0
  while (place !== undefined) {
    const from: Place = place
    const { by } = from
    const batch =
      by === 'name'
        ? await read.users.listByName({ accountId, state, group, prefix, limit, after: from.after })
        : await read.users.listByEmail({ accountId, state, group, prefix, limit, after: from.after })
    for (const user of batch) {
      const repeated = by === 'email' && user.nameKey.startsWith(prefix)
      if (!repeated && fits(user, wanted)) found.push({ user, by })
      // One more than a page tells that there is a next one.
      if (found.length > PAGE) return pageOf(found.slice(0, PAGE), found[PAGE - 1])
      seen += 1
      if (seen === MOST_READ) return pageOf(found, { user, by })
    }
    place = placeAfter(from, batch, { limit, prefix })
  }
  return pageOf(found, undefined)
}

function pageOf(
  found: readonly { user: RamUser }[],
  last: { user: RamUser; by: Place['by'] } | undefined,
): { users: readonly RamUser[]; next: string | undefined } {
  return { users: found.map(({ user }) => user), next: last && cursor(last.by, last.user) }
}

function fits(user: RamUser & { inGroup?: boolean }, { state, mfa, group }: Wanted): boolean {
  if (group !== undefined && user.inGroup === false) return false
  if (state === undefined && user.state === 'removed') return false
  return mfa === undefined || user.devices > 0 === (mfa === 'with')
}

/** A name for those found by name; no name begins with `@`. */
function cursor(by: Place['by'], user: RamUser): string {
  return by === 'name' ? user.nameKey : `@${user.principalId}`
}

async function placeOf(
  read: { users: UserStore },
  accountId: AccountId,
  after: string | undefined,
): Promise<Place | undefined> {
  if (!after?.startsWith('@')) return { by: 'name', after: after?.toLowerCase() ?? '' }
  const principalId = after.slice(1) as PrincipalId
  const key = await read.users.emailKeyOf({ accountId, principalId })
  return key === undefined ? undefined : { by: 'email', after: { key, principalId } }
}

function placeAfter(
  from: Place,
  batch: readonly (RamUser & { emailKey?: string })[],
  page: { limit: number; prefix: string },
): Place | undefined {
  const last = batch.at(-1)
  if (last !== undefined && batch.length === page.limit) {
    return from.by === 'name'
      ? { by: 'name', after: last.nameKey }
      : { by: 'email', after: { key: last.emailKey ?? '', principalId: last.principalId } }
  }
  return from.by === 'name' && page.prefix !== ''
    ? { by: 'email', after: { key: '', principalId: '' } }
    : undefined
}
