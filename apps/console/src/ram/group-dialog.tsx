/** A group's name and comment, for a new one and for one that is there. */
import { Button, Dialog, FormError, TextField } from '@sallyport/ui'
import { type FormEvent, useId, useState } from 'react'
import pages from '../app/pages.module.css'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'
import type { Group } from './group.ts'

const ofName = new Set<Refused['code']>(['group_name_invalid', 'group_name_taken'])

/** `act` carries out what `onSubmit` asks of it; the dialog steps back while a proof is asked for. */
export function GroupDialog({
  open,
  title,
  verb,
  group,
  act,
  onClose,
  onSubmit,
}: {
  readonly open: boolean
  readonly title: string
  readonly verb: string
  /** What the fields begin with. */
  readonly group?: Pick<Group, 'name' | 'comment'> | undefined
  readonly act: {
    readonly busy: boolean
    readonly confirming: boolean
    readonly refused: Refused | null
    readonly forget: () => void
  }
  readonly onClose: () => void
  readonly onSubmit: (typed: { name: string; comment: string }) => void
}) {
  const { ram, security, refusals } = useTexts()
  const words = ram.groups
  const form = useId()
  const [name, setName] = useState(group?.name ?? '')
  const [comment, setComment] = useState(group?.comment ?? '')
  const sentence = act.refused === null ? null : sentenceOf(act.refused, refusals)
  const atName = act.refused !== null && ofName.has(act.refused.code)
  function close() {
    act.forget()
    onClose()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit({ name: name.trim() || ' ', comment: comment.trim() })
  }
  return (
    <Dialog
      open={open && !act.confirming}
      onClose={close}
      title={title}
      actions={
        <>
          <Button onClick={close}>{security.frame.cancel}</Button>
          <Button kind="filled" type="submit" form={form} busy={act.busy}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={form} className={pages['form']} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          name="name"
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={64}
          autoFocus
          description={words.nameHint}
          error={atName ? sentence : null}
        />
        <TextField
          label={words.comment}
          name="comment"
          value={comment}
          onChange={setComment}
          autoComplete="off"
          autoCapitalize="sentences"
          maxLength={128}
        />
        {sentence !== null && !atName && <FormError>{sentence}</FormError>}
      </form>
    </Dialog>
  )
}
