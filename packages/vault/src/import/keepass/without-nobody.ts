/** Takes away the name that KeePassXC gives to accounts that have none. */
import type { EntryOutcome } from '../entry-of.ts'

/** What it writes in a URI where there is no user name. */
const NOBODY = 'none'

export function withoutNobody(outcome: EntryOutcome, userName: string): EntryOutcome {
  if (userName !== '' || !('draft' in outcome) || outcome.draft.account !== NOBODY) return outcome
  return { ...outcome, draft: { ...outcome.draft, account: '' } }
}
