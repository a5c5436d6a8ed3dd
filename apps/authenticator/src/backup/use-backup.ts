/** Saves the sealed vault as a file that other devices open. */
import type { Progress } from '@sallyport/vault'
import { useToast } from '../host/use-toast.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import { fileName, saveFile } from './save-file.ts'
import { useBackupTexts } from './use-backup-texts.ts'

/** @returns a function that says what came of it; its `passphrase` is the file's own */
export function useBackup(): (passphrase?: string, progress?: Progress) => Promise<void> {
  const { actions, ports } = useOpenVault()
  const words = useBackupTexts().export
  const toast = useToast()
  return async (passphrase, progress) => {
    const file = await actions.backupFile(passphrase, progress).catch(() => undefined)
    if (file === undefined) return toast({ message: words.notMade })
    saveFile(fileName('backup', 'json', ports.now()), file, 'application/json')
    await actions.noteBackup().then(
      () => toast({ message: words.backedUp }),
      () => toast({ message: words.backedUpNotNoted }),
    )
  }
}
