/** Lets this browser open the vault without asking. */
import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { FreshUnlock } from '../protect/fresh-unlock.tsx'
import { useOpenVault } from '../vault/vault-context.tsx'
import { useSettingsTexts } from './use-settings-texts.ts'

export function DeviceStep({ onDone }: { readonly onDone: () => void }) {
  const words = useSettingsTexts()
  const { actions } = useOpenVault()
  const toast = useToast()

  async function add(): Promise<void> {
    await actions.addDevice()
    toast({ message: words.wayAdded(words.wayNames.device) })
    onDone()
  }

  return (
    <Frame title={words.addDevice} onBack={onDone}>
      <p>{words.wayWhats.device}</p>
      <FreshUnlock action={words.addDevice} onProven={() => void add()} />
    </Frame>
  )
}
