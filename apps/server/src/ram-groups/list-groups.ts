/** The groups of an account, a page at a time. */
import type { CountedGroup, GroupStore } from '../groups/store.ts'
import type { AccountId } from '../kernel/ids.ts'

const PAGE = 50

/** Groups whose name begins with the search, in order of name. */
export async function listGroups(
  read: { groups: GroupStore },
  accountId: AccountId,
  wanted: { search?: string; after?: string },
): Promise<{ groups: readonly CountedGroup[]; next: string | undefined }> {
  const found = await read.groups.list({
    accountId,
    prefix: (wanted.search ?? '').trim().toLowerCase(),
    after: wanted.after ?? '',
    limit: PAGE + 1,
  })
  const groups = found.slice(0, PAGE)
  return { groups, next: found.length > PAGE ? groups.at(-1)?.nameKey : undefined }
}
