/** `/security/password`: the current password and a new one; every other session ends. */
import { Button, Card, FormError, PasswordField, useToast } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useSite } from '../app/use-site.ts'
import { useWrongFocus } from '../app/use-wrong-focus.ts'
import { NewPasswordField } from '../password/new-password-field.tsx'
import { ConfirmGate } from '../proof/confirm-gate.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { passwordFieldOf } from './password-field-of.ts'

/** Confirms first where that is due. */
export function PasswordPage() {
  const { security } = useTexts()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={security.password.title} back>
        {security.password.lead}
      </PageHead>
      <ConfirmGate purpose="change_password" onCancel={() => navigate('/security')}>
        <PasswordForm />
      </ConfirmGate>
    </>
  )
}

function PasswordForm() {
  const { security, newPassword, site: siteWords, refusals } = useTexts()
  const words = security.password
  const navigate = useNavigate()
  const toast = useToast()
  const site = useSite()
  const who = useAsk('GET /api/sign-in')
  const change = useAct('POST /api/password', 'change_password')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const { form, seek } = useWrongFocus()
  const nextField = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacking = current === '' || next === ''
    setTried(lacking)
    if (lacking) {
      change.forget()
      return seek()
    }
    const done = await change.run({ body: { currentPassword: current, newPassword: next } }, seek)
    if (done === null) return
    toast({ message: words.done, movesOn: true })
    navigate('/security')
  }

  const signInName = who.data?.state === 'signed_in' ? who.data.signInName : ''
  const { refused } = change
  const sentence = refused === null ? null : sentenceOf(refused, refusals)
  const place = refused === null ? null : passwordFieldOf(refused.code)
  return (
    <Card padded>
      <form ref={form} className={pages['form']} method="post" onSubmit={submit} noValidate>
        <input type="text" name="username" autoComplete="username" value={signInName} readOnly hidden />
        <PasswordField
          label={words.current}
          name="current-password"
          value={current}
          onChange={(typed) => {
            setCurrent(typed)
            if (place === 'current') change.forget()
          }}
          autoFocus
          error={tried && current === '' ? siteWords.empty.password : place === 'current' ? sentence : null}
        />
        <NewPasswordField
          label={words.next}
          words={newPassword}
          value={next}
          onChange={(typed) => {
            setNext(typed)
            if (place === 'next') change.forget()
          }}
          minimum={site?.minimumPasswordLength ?? 15}
          context={{ email: signInName, product: site?.name ?? '' }}
          inputRef={nextField}
          error={tried && next === '' ? siteWords.empty.newPassword : place === 'next' ? sentence : null}
        />
        {sentence !== null && place === null && <FormError>{sentence}</FormError>}
        <div className={pages['actions']}>
          <Button onClick={() => navigate('/security')}>{security.frame.cancel}</Button>
          <Button kind="filled" type="submit" busy={change.busy}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Card>
  )
}
