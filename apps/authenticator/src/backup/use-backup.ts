/** One tap saves the sealed vault as a file that other devices open. */

import { exportSealed, type Progress } from '@sallyport/vault'
import { useToast } from '../host/use-toast.ts'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import { fileName, saveFile } from './save-file.ts'

/**
 * Saves at once where a passphrase or a recovery key opens the file; otherwise goes to the page that asks for a
 * passphrase.
 *
 * @returns a function; its `passphrase` is the file's own
 */
export function useBackup(): (passphrase?: string, progress?: Progress) => Promise<void> {
  const { keeper, actions, ports } = useOpenVault()
  const { list } = useTexts()
  const { go } = useView()
  const toast = useToast()
  return async (passphrase, progress) => {
    const state = keeper.state()
    if (state.state !== 'open') return
    const { random } = ports
    const made = await exportSealed(state.open, passphrase, progress ? { random, progress } : { random })
    if (!made.ok) return go({ name: 'export' })
    saveFile(fileName('backup', 'json', ports.now()), made.file, 'application/json')
    await actions.noteBackup()
    toast({ message: list.backupBar.saved })
  }
}
