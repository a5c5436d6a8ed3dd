/** Asks for a device's new name. */
import { Button, Dialog, FormError, TextField } from '@sallyport/ui'
import { type FormEvent, useId, useState } from 'react'
import { useAct } from '../app/use-act.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Device } from './overview.ts'

/**
 * A name that is taken or malformed is said at the field. The dialog itself gives the field the focus: were it taken before,
 * the dialog would not know which button to give it back to.
 */
export function RenameDevice({
  device,
  open,
  onClose,
  onDone,
}: {
  readonly device: Device
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { security, refusals } = useTexts()
  const words = security.devices
  const form = useId()
  const rename = useAct('PATCH /api/mfa/devices/:id', 'manage_mfa')
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? device.name

  function close() {
    setTyped(null)
    rename.forget()
    onClose()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === device.name) return close()
    const done = await rename.run({ params: { id: device.id }, body: { name: name.trim() || ' ' } })
    if (done === null) return
    close()
    onDone()
  }

  const { refused } = rename
  const sentence = refused === null ? null : sentenceOf(refused, refusals)
  const atField = refused?.code === 'device_name_taken' || refused?.code === 'device_name_invalid'
  return (
    <Dialog
      open={open && !rename.confirming}
      onClose={close}
      title={words.renameTitle(device.name)}
      actions={
        <>
          <Button onClick={close}>{security.frame.cancel}</Button>
          <Button kind="filled" type="submit" form={form} busy={rename.busy}>
            {words.rename}
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          name="name"
          value={name}
          onChange={(next) => {
            setTyped(next)
            if (atField) rename.forget()
          }}
          autoComplete="off"
          autoCapitalize="sentences"
          maxLength={64}
          error={atField ? sentence : null}
        />
      </form>
      {sentence !== null && !atField && <FormError>{sentence}</FormError>}
    </Dialog>
  )
}
