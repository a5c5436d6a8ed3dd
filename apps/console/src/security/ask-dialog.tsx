/** Asks before something is done; its button repeats the verb. */
import { Button, Dialog, FormError } from '@sallyport/ui'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'

/** `gives` where nothing is taken away by it; `act` is what the button carries out; the dialog steps back while a proof is asked for. */
export function AskDialog({
  open,
  onClose,
  title,
  children,
  verb,
  gives = false,
  act,
  onYes,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: string
  readonly verb: string
  readonly gives?: boolean | undefined
  readonly act: {
    readonly busy: boolean
    readonly confirming: boolean
    readonly refused: Refused | null
    readonly forget: () => void
  }
  readonly onYes: () => void
}) {
  const { security, refusals } = useTexts()
  function close() {
    act.forget()
    onClose()
  }
  return (
    <Dialog
      open={open && !act.confirming}
      onClose={close}
      title={title}
      actions={
        <>
          <Button onClick={close}>{security.frame.cancel}</Button>
          <Button kind={gives ? 'filled' : 'danger'} busy={act.busy} onClick={onYes}>
            {verb}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {act.refused !== null && <FormError>{sentenceOf(act.refused, refusals)}</FormError>}
    </Dialog>
  )
}
