/** Which of a vault's ways in open its backup file too. */
import type { Slot } from '@sallyport/vault'

/** Undefined where none does, so that the file needs a passphrase of its own. */
export function fileOpeners(slots: readonly Slot[]): 'passphrase' | 'recovery' | 'both' | undefined {
  const hasPassphrase = slots.some((slot) => slot.kind === 'passphrase')
  const hasRecovery = slots.some((slot) => slot.kind === 'recovery')
  if (hasPassphrase && hasRecovery) return 'both'
  if (hasPassphrase) return 'passphrase'
  return hasRecovery ? 'recovery' : undefined
}
