/** Says what an import of a file would do, line by line; writes nothing. */
import { type Call, GROUPS_OF_USER, type LineFault, type LineRefusal, type Reply } from '@sallyport/contract'
import { groupName } from '../groups/group.ts'
import { MINUTE } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { takeHit } from '../throttle/take-hit.ts'
import { userName } from '../users/user.ts'
import { USER_LIMIT } from './create-user.ts'
import type { RamUserDeps } from './deps.ts'
import type { FirstPasswordKind } from './first-password.ts'
import { type ReadLine, readImport } from './read-import.ts'
import { readUser } from './read-user.ts'

export type PreviewedLine = Reply<'POST /api/ram/imports/preview'>['lines'][number]
export type ImportLine = Call<'POST /api/ram/imports'>['body']['lines'][number]

/** For one account: each reads a file whole. */
const PER_ACCOUNT = [{ max: 60, withinMs: 10 * MINUTE }]

const LONGEST = { user_name: 64, display_name: 128, email: 320, phone: 32, comment: 128 } as const
const YES = /^(yes|true|1)$/i
const NO = /^(no|false|0|)$/i

/** Refuses: too_often, and what `readImport` refuses. */
export async function previewImport(
  deps: Pick<RamUserDeps, 'atomically' | 'clock' | 'random' | 'read'>,
  { accountId }: { readonly accountId: AccountId },
  input: { csv: string; firstPassword: FirstPasswordKind },
): Promise<readonly PreviewedLine[] | Refused> {
  const limits = PER_ACCOUNT
  const wait = await takeHit(deps, { accountId, scope: 'import_preview', subject: '', limits })
  if (wait) return refuse('too_often', wait)
  const lines = await readImport(input.csv)
  if (isRefused(lines)) return lines
  const keys = lines.flatMap(({ cells }) => userName(cells.user_name)?.key ?? [])
  const [taken, groups, count] = await Promise.all([
    deps.read.users.takenNames(accountId, keys),
    deps.read.groups.nameKeys(accountId),
    deps.read.users.count(accountId),
  ])
  const earlier = new Set<string>()
  let room = USER_LIMIT - count
  return lines.map((read) => {
    const { line, cells } = read
    const shown = { line, name: cells.user_name.slice(0, LONGEST.user_name) }
    const made = lineOf(read, input.firstPassword, groups)
    if (typeof made === 'string') return { ...shown, outcome: made, user: null }
    const key = made.name.toLowerCase()
    if (earlier.has(key)) return { ...shown, outcome: 'name_repeated', user: null }
    earlier.add(key)
    if (taken.has(key)) return { ...shown, outcome: 'user_name_taken', user: null }
    if (room <= 0) return { ...shown, outcome: 'user_limit', user: null }
    room -= 1
    return { ...shown, outcome: 'create', user: made }
  })
}

/** The line as it can be imported, or what is wrong with it by itself. */
function lineOf(
  { line, cells, tooMany }: ReadLine,
  firstPassword: FirstPasswordKind,
  known: ReadonlySet<string>,
): ImportLine | LineFault | LineRefusal {
  if (tooMany) return 'cells_too_many'
  // A name has a refusal of its own.
  if (cells.user_name.length > LONGEST.user_name) return 'user_name_invalid'
  for (const [column, longest] of Object.entries(LONGEST))
    if (cells[column as keyof typeof LONGEST].length > longest) return 'cell_too_long'
  const mark = cells.mfa_bind_required
  if (!YES.test(mark) && !NO.test(mark)) return 'mark_invalid'
  const groups = [...new Set(cells.groups.split(/[\s;]+/).filter((name) => name !== ''))]
  if (groups.some((name) => !known.has(groupName(name)?.key ?? ''))) return 'group_not_found'
  if (groups.length > GROUPS_OF_USER) return 'user_group_limit'
  const user = {
    line,
    name: cells.user_name,
    displayName: cells.display_name,
    email: cells.email === '' ? null : cells.email,
    phone: cells.phone === '' ? null : cells.phone,
    comment: cells.comment,
    mfaBindRequired: YES.test(mark),
    groups,
  }
  const read = readUser(typedUser(user, firstPassword))
  return isRefused(read) ? (read.refused as LineRefusal) : user
}

/** The line as a form would have been filled in. */
export function typedUser({ email, phone, ...rest }: ImportLine, firstPassword: FirstPasswordKind) {
  return {
    ...rest,
    firstPassword,
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
  }
}
