/** Removes a way in after a fresh unlock: whoever finds the codes open could else leave nothing to ask for. */
import { Button, Notice } from '@sallyport/ui'
import { removeSlot, type Slot } from '@sallyport/vault'
import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { AfterFreshUnlock } from '../protect/fresh-unlock.tsx'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './settings.module.css'
import { useSettingsTexts } from './use-settings-texts.ts'

export function RemoveStep({ slot, onDone }: { readonly slot: Slot; readonly onDone: () => void }) {
  const words = useSettingsTexts()
  const { keeper, actions } = useOpenVault()
  const toast = useToast()
  const { kind } = slot
  const state = keeper.state()
  const left = state.state === 'open' ? removeSlot(state.open, slot.id) : undefined

  async function remove(): Promise<void> {
    // Refused here only where another page removed one meanwhile, and then this page says why.
    if ((await actions.removeWayIn(slot.id)) !== undefined) return
    toast({ message: words.wayRemoved(words.wayNames[kind]) })
    onDone()
  }

  return (
    <Frame title={words.removeTitle(words.wayNames[kind])} onBack={onDone}>
      {typeof left === 'string' ? (
        <Notice tone="bad">{words[left]}</Notice>
      ) : (
        <>
          <p>
            {words.removeBody}
            {(kind === 'passphrase' || kind === 'recovery') && ` ${words.removeBodyOfFiles}`}
          </p>
          <AfterFreshUnlock>
            <div className={styles['acts']}>
              <Button kind="danger" onClick={() => void remove()}>
                {words.removeWay}
              </Button>
            </div>
          </AfterFreshUnlock>
        </>
      )}
    </Frame>
  )
}
