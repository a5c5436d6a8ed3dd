/** Reads what password managers keep for a login's codes: a URI, or the bare key. */
import { type EntryOutcome, entryOf } from './entry-of.ts'
import { entryOfUri } from './entry-of-uri.ts'

/** What the login is called and where it lies; the URI's own names win. */
export type LoginNames = {
  readonly issuer: string
  readonly account: string
  readonly tags?: readonly string[]
  readonly pinned?: boolean
  readonly removed?: boolean
}

/** `otpauth://…`, `steam://KEY` (which has no names of its own) or base32. */
export function entryOfKeyOrUri(text: string, login: LoginNames): EntryOutcome {
  if (!text.includes('://')) return entryOf({ kind: 'totp', secret: text, ...login })
  const outcome = entryOfUri(text)
  const isNameless = /^\s*steam:/i.test(text)
  const label = [login.issuer, login.account].filter((name) => name !== '').join(', ')
  if (!('draft' in outcome)) return { problem: outcome.problem, label: outcome.label || label }
  const { draft } = outcome
  const tags = [...draft.tags, ...(login.tags ?? []).filter((tag) => tag !== '')]
  return {
    ...outcome,
    removed: outcome.removed || login.removed === true,
    draft: {
      ...draft,
      issuer: isNameless ? login.issuer || draft.issuer : draft.issuer || login.issuer,
      account: draft.account || login.account,
      tags: [...new Set(tags)],
      pinned: draft.pinned || login.pinned === true,
    },
  }
}
