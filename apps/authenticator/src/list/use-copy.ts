/** Puts a code on the clipboard and says whose it was. */
import { useToast } from '@sallyport/ui'
import { type Entry, nameOf } from '@sallyport/vault'
import { useTexts } from '../text/use-texts.ts'
import { useVault } from '../vault/vault-context.tsx'

export function useCopy(): (entry: Entry, code: string) => Promise<void> {
  const { list } = useTexts()
  const { actions } = useVault()
  const toast = useToast()
  return async (entry, code) => {
    try {
      await navigator.clipboard.writeText(code)
    } catch {
      return toast({ message: list.copyFailed })
    }
    toast({ message: list.copied(nameOf(entry) || list.noName) })
    await actions.noteUse(entry.id)
  }
}
