/** One tap saves the sealed vault as a file that other devices open. */
import type { Progress } from '@sallyport/vault'
import { useToast } from '../host/use-toast.ts'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import { fileOpeners } from './file-openers.ts'
import { fileName, saveFile } from './save-file.ts'

/**
 * Without a passphrase it asks for nothing: the file gives nobody more than the sealed vault on the disk does. Where neither
 * passphrase nor recovery key would open that, it goes to the page that asks for a passphrase.
 *
 * @returns a function that says what came of it; its `passphrase` is the file's own, and given only after a fresh unlock
 */
export function useBackup(): (passphrase?: string, progress?: Progress) => Promise<void> {
  const { actions, ports, slots } = useOpenVault()
  const words = useTexts().list.backupBar
  const { go } = useView()
  const toast = useToast()
  return async (passphrase, progress) => {
    if (passphrase === undefined && fileOpeners(slots) === undefined) return go({ name: 'export' })
    const file = await actions.backupFile(passphrase, progress).catch(() => undefined)
    if (file === undefined) return toast({ message: words.notMade })
    saveFile(fileName('backup', 'json', ports.now()), file, 'application/json')
    await actions.noteBackup().then(
      () => toast({ message: words.saved }),
      () => toast({ message: words.savedNotNoted }),
    )
  }
}
