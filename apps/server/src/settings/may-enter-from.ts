/** Whether the network rule of an account lets a user sign in from an address. */
import { networkMatcher } from './networks.ts'
import type { ChosenSettings } from './settings.ts'

/** Without networks everywhere is allowed; with some, an address that is not known is not. */
export function mayEnterFrom({ networks }: Pick<ChosenSettings, 'networks'>, address: string): boolean {
  return networks.length === 0 || networkMatcher(networks)(address)
}
