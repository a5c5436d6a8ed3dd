/** Tells Proton's plain export from other versioned lists of entries. */
import { listOf, recordOf } from '../json-access.ts'
import { hasMembers, isListWith } from '../json-shape.ts'

export function isProton(json: unknown): boolean {
  if (!hasMembers(json, 'version', 'entries')) return false
  const entries = recordOf(json)?.['entries']
  return isListWith(entries, 'content') || listOf(entries)?.length === 0
}
