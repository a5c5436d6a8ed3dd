/** Whether there is anything to ask for that whoever finds the vault open does not have. */
import type { Slot } from '@sallyport/vault'
import { passkeysHere } from '../vault/passkey.ts'

/** A key on paper is asked for only where nothing else opens the vault; the browser's own key proves nothing. */
export function canAsk(slots: readonly Slot[]): boolean {
  const has = (kind: Slot['kind']): boolean => slots.some((slot) => slot.kind === kind)
  return has('passphrase') || passkeysHere(slots).length > 0 || (has('recovery') && !has('device'))
}
