/** Where Steam's accounts stand in JSON. */
import { listOf, recordOf } from '../json-access.ts'
import { hasMembers } from '../json-shape.ts'

/** The one account of a maFile, or all of `accounts`, which is a list or a map; nothing where it is another file. */
export function steamAccounts(json: unknown): readonly unknown[] {
  if (hasSecret(json)) return [json]
  const accounts = recordOf(json)?.['accounts']
  const records = listOf(accounts) ?? Object.values(recordOf(accounts) ?? {})
  return records.some(hasSecret) ? records : []
}

function hasSecret(value: unknown): boolean {
  return hasMembers(value, 'shared_secret') || hasMembers(value, 'sharedSecret')
}
