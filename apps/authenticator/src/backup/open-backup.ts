/** Opens a backup file by what people typed: a passphrase, or a recovery key from paper. */
import { type Opening, openVault, type Progress, type SealedVault } from '@sallyport/vault'

/** Eight groups of four letters and digits, however they are parted. */
const RECOVERY_KEY = /^[a-z2-7]{32}$/i

/** What looks like a recovery key is tried as one first, which costs nothing, and as a passphrase after that. */
export async function openBackup(sealed: SealedVault, typed: string, progress?: Progress): Promise<Opening> {
  if (RECOVERY_KEY.test(typed.replaceAll(/[\s-]/gu, ''))) {
    const opened = await openVault(sealed, { kind: 'recovery', recoveryKey: typed })
    if (opened.ok || opened.problem === 'damaged') return opened
  }
  const opened = await openVault(sealed, { kind: 'passphrase', passphrase: typed }, progress)
  return !opened.ok && opened.problem === 'no_such_slot' ? { ok: false, problem: 'wrong' } : opened
}
