/** An entry for the tests of the list. */
import type { Entry } from '@sallyport/vault'

export function entryLike(id: string, more: Partial<Entry> = {}): Entry {
  return {
    id,
    issuer: 'ACME Co',
    account: `${id}@example.org`,
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    code: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
    tags: [],
    letter: '',
    note: '',
    pinned: false,
    addedAt: 0,
    usedAt: undefined,
    uses: 0,
    removedAt: undefined,
    ...more,
  }
}
