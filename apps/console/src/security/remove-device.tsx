/** Asks whether a device shall be removed, and says what then no longer works. */
import { useAct } from '../app/use-act.ts'
import { useTexts } from '../text/use-texts.tsx'
import { AskDialog } from './ask-dialog.tsx'
import type { Device } from './overview.ts'

/** Removing the last one is said to leave the password alone. */
export function RemoveDevice({
  device,
  last,
  open,
  onClose,
  onDone,
}: {
  readonly device: Device
  readonly last: boolean
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { security } = useTexts()
  const words = security.devices
  const remove = useAct('DELETE /api/mfa/devices/:id', 'manage_mfa')
  async function yes() {
    if ((await remove.run({ params: { id: device.id } })) === null) return
    onClose()
    onDone()
  }
  return (
    <AskDialog
      open={open}
      onClose={onClose}
      title={words.removeTitle(device.name)}
      verb={words.remove}
      act={remove}
      onYes={() => void yes()}
    >
      {last ? words.removeLast : words.removeBody}
    </AskDialog>
  )
}
