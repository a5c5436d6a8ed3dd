/** What of a backup file holds on the device that it is brought back to. */
import type { VaultContent } from '@sallyport/vault'
import { backedUp } from '../vault/backed-up.ts'

/** All of it stands in the file, so no reminder is due; how far another device's clock was off is of no use here. */
export function restored(content: VaultContent, now: number): VaultContent {
  const { entries, settings } = backedUp(content, now)
  return { entries, settings: { ...settings, clockOffsetMs: 0 } }
}
