/** The form in which somebody chooses the password that only they will know. */
import { Button, Card, FormError, PasswordField } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import pages from '../app/pages.module.css'
import { useSite } from '../app/use-site.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { NewPasswordField } from '../password/new-password-field.tsx'
import { passwordFieldOf } from '../security/password-field-of.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'

/** `onChosen` answers what was refused, or null when it goes on by itself. */
export function FirstPasswordForm({
  signInName,
  minimum,
  repeats,
  oldLabel,
  autoFocus = false,
  onChosen,
}: {
  readonly signInName: string
  readonly minimum: number
  /** Whether the password is typed twice. */
  readonly repeats: boolean
  /** Of the field for the password before, where that is asked for. */
  readonly oldLabel?: string | undefined
  /** The new password takes the focus when the form appears. */
  readonly autoFocus?: boolean
  readonly onChosen: (password: string, old: string) => Promise<Refused | null>
}) {
  const { welcome: words, newPassword, site: siteWords, refusals } = useTexts()
  const site = useSite()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<'empty' | 'differs' | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const { form, seek } = useWrongFocus()
  const field = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const lacking = next === '' || (oldLabel !== undefined && old === '')
    const wrong = lacking ? 'empty' : repeats && repeated !== next ? 'differs' : null
    setProblem(wrong)
    setRefused(null)
    if (wrong !== null) return seek()
    setBusy(true)
    const no = await onChosen(next, old)
    if (no === null) return
    setBusy(false)
    setRefused(no)
    seek()
  }

  const sentence = refused === null ? null : sentenceOf(refused, refusals)
  const place = refused === null ? null : passwordFieldOf(refused.code)
  const atOld = oldLabel !== undefined && place === 'current'
  const atNext = place === 'next'
  return (
    <Card padded>
      <form
        ref={form}
        className={pages['form']}
        method="post"
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <input type="text" name="username" autoComplete="username" value={signInName} readOnly hidden />
        {oldLabel !== undefined && (
          <PasswordField
            label={oldLabel}
            name="current-password"
            value={old}
            onChange={(typed) => {
              setOld(typed)
              if (atOld) setRefused(null)
            }}
            error={problem === 'empty' && old === '' ? siteWords.empty.password : atOld ? sentence : null}
          />
        )}
        <NewPasswordField
          label={words.next}
          words={newPassword}
          value={next}
          onChange={(typed) => {
            setNext(typed)
            setRefused(null)
          }}
          minimum={minimum}
          context={{ email: signInName, product: site?.name ?? '' }}
          inputRef={field}
          autoFocus={autoFocus}
          error={problem === 'empty' && next === '' ? siteWords.empty.newPassword : atNext ? sentence : null}
        />
        {repeats && (
          <PasswordField
            label={words.repeat}
            name="repeat-password"
            autoComplete="new-password"
            value={repeated}
            onChange={setRepeated}
            error={problem === 'differs' && repeated !== next ? words.differs : null}
          />
        )}
        {sentence !== null && !atOld && !atNext && <FormError>{sentence}</FormError>}
        <div className={pages['actions']}>
          <Button kind="filled" type="submit" busy={busy}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Card>
  )
}
