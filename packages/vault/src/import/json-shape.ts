/** Tells a format by the members that its JSON has. */
import { listOf, recordOf } from './json-access.ts'

/** Whether the value is an object with all of them. */
export function hasMembers(json: unknown, ...members: readonly string[]): boolean {
  const record = recordOf(json)
  return record !== undefined && members.every((member) => Object.hasOwn(record, member))
}

/** Whether the value is a list and something in it has all of them; so one broken record hides no format. */
export function isListWith(json: unknown, ...members: readonly string[]): boolean {
  return listOf(json)?.some((item) => hasMembers(item, ...members)) ?? false
}
