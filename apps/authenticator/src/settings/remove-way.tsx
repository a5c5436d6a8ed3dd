/** Asks before a way in is removed, because only what it opened can bring it back. */
import { Button, Dialog } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.ts'
import { useSettingsTexts } from './use-settings-texts.ts'

export function RemoveWay({
  way,
  onRemove,
  onClose,
}: {
  readonly way: string
  readonly onRemove: () => Promise<void>
  readonly onClose: () => void
}) {
  const words = useSettingsTexts()
  const { vault } = useTexts()
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.removeTitle(way)}
      actions={
        <>
          <Button onClick={onClose}>{vault.cancel}</Button>
          <Button kind="danger" onClick={() => void onRemove()}>
            {words.removeWay}
          </Button>
        </>
      }
    >
      <p>{words.removeBody}</p>
    </Dialog>
  )
}
