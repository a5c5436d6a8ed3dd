/** Makes a bypass code, for a reason and a time, and shows it once. */
import { Button, CopyButton, Dialog, FormError, SelectField, TextField } from '@sallyport/ui'
import { type FormEvent, useId, useState } from 'react'
import { ExactTime } from '../app/exact-time.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { Worded } from '../app/worded.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import type { User } from './user.ts'

const hoursOffered = ['1', '4', '8', '24'] as const

type Made = { readonly code: string; readonly expiresAt: string }

/** The code leaves the page when the dialog closes. */
export function BypassCode({
  user,
  open,
  onClose,
}: {
  readonly user: User
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { ram, security, refusals } = useTexts()
  const words = ram.user
  const form = useId()
  const make = useAct('POST /api/ram/users/:id/bypass-code', 'manage_users')
  const [reason, setReason] = useState('')
  const [reasonMissing, setReasonMissing] = useState(false)
  const [hours, setHours] = useState<string>('1')
  const [made, setMade] = useState<Made | null>(null)

  function close() {
    setMade(null)
    setReason('')
    setReasonMissing(false)
    make.forget()
    onClose()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const why = reason.trim()
    setReasonMissing(why === '')
    if (why === '') return
    const done = await make.run({ params: { id: user.id }, body: { reason: why, hours: Number(hours) } })
    if (done !== null) setMade(done)
  }

  if (made !== null)
    return (
      <Dialog
        open={open}
        onClose={close}
        title={words.bypassMade}
        actions={
          <Button kind="filled" onClick={close}>
            {words.close}
          </Button>
        }
      >
        <p>
          <Worded text={words.bypassMadeBody} values={{ time: <ExactTime at={made.expiresAt} /> }} />
        </p>
        <div className={styles['once']}>
          <code className={styles['secret']}>{made.code}</code>
          <CopyButton text={made.code} label={words.copyCode} />
        </div>
      </Dialog>
    )
  return (
    <Dialog
      open={open && !make.confirming}
      onClose={close}
      title={words.bypassTitle(user.name)}
      actions={
        <>
          <Button onClick={close}>{security.frame.cancel}</Button>
          <Button kind="filled" type="submit" form={form} busy={make.busy}>
            {words.bypass}
          </Button>
        </>
      }
    >
      <p>{words.bypassBody}</p>
      <form id={form} className={pages['form']} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.reason}
          name="reason"
          value={reason}
          onChange={setReason}
          autoComplete="off"
          autoCapitalize="sentences"
          maxLength={200}
          autoFocus
          error={reasonMissing ? words.reasonError : null}
        />
        <SelectField
          label={words.hours}
          name="hours"
          value={hours}
          onChange={setHours}
          options={hoursOffered.map((value) => ({ value, label: words.hoursOption(Number(value)) }))}
        />
      </form>
      {make.refused !== null && (
        <FormError>
          {make.refused.code === 'method_unavailable'
            ? words.bypassNothing
            : sentenceOf(make.refused, refusals)}
        </FormError>
      )}
    </Dialog>
  )
}
