/** Asks before a way in is removed, because only what it opened can bring it back. */
import { Button, Dialog } from '@sallyport/ui'
import type { Slot } from '@sallyport/vault'
import { useTexts } from '../text/use-texts.ts'
import { useSettingsTexts } from './use-settings-texts.ts'

export function RemoveWay({
  kind,
  onRemove,
  onClose,
}: {
  readonly kind: Slot['kind']
  readonly onRemove: () => Promise<void>
  readonly onClose: () => void
}) {
  const words = useSettingsTexts()
  const { vault } = useTexts()
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.removeTitle(words.wayNames[kind])}
      actions={
        <>
          <Button onClick={onClose}>{vault.cancel}</Button>
          <Button kind="danger" onClick={() => void onRemove()}>
            {words.removeWay}
          </Button>
        </>
      }
    >
      <p>
        {words.removeBody}
        {(kind === 'passphrase' || kind === 'recovery') && ` ${words.removeBodyOfFiles}`}
      </p>
    </Dialog>
  )
}
