/** Where the wizard leads when it is over: the page one came for, else the page one came from, else the security page. */
import { safeTarget } from '../host/safe-target.ts'

/**
 * @param search the address's query, such as `?to=/security/devices`
 * @param state what the history entry remembers, such as `{ from: '/security/devices' }`
 */
export function wayBack(search: string, state: unknown, origin: string): string {
  if (new URLSearchParams(search).has('to')) return safeTarget(search, origin)
  if (typeof state === 'object' && state !== null && 'from' in state && typeof state.from === 'string')
    return safeTarget(`?${new URLSearchParams({ to: state.from })}`, origin)
  return '/security'
}
