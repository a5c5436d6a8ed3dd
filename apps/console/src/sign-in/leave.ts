/** Goes to the page one came for, after a finished sign-in. */
import { safeTarget } from '../host/safe-target.ts'

/** A full load, so that the console starts with the new session. */
export function leave(): void {
  location.assign(safeTarget(location.search, location.origin))
}
