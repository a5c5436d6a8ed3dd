/** The first part of a registration: address and password. */
import type { Reply } from '@sallyport/contract'
import { Button, FormError, Notice, TextField } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import { NewPasswordField } from '../password/new-password-field.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import { call, type Refused } from '../wire/call.ts'
import styles from './sign-in.module.css'
import type { Site } from './use-entry-state.ts'

type RegisterFormProps = {
  readonly site: Site
  readonly token: string | null
  readonly email: string
  readonly onEmail: (email: string) => void
  /** Why an earlier registration ended. */
  readonly notice: string | null
  readonly emailTaken: boolean
  readonly onSent: (code: Reply<'POST /api/register'>) => void
  readonly onTokenRefused: () => void
}

/** Errors stand at the field they are about; the server judges both. */
export function RegisterForm(props: RegisterFormProps) {
  const { site, token, email, onEmail, notice, emailTaken, onSent, onTokenRefused } = props
  const texts = useSignInTexts()
  const words = texts.register
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [minimum, setMinimum] = useState(site.minimumPasswordLength)
  const [tried, setTried] = useState(false)
  const emailField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const lacking = email.trim() === '' || password === ''
    setTried(lacking)
    if (lacking) setRefused(null)
    if (email.trim() === '') return emailField.current?.focus()
    if (password === '') return passwordField.current?.focus()
    setBusy(true)
    const answer = await call('POST /api/register', {
      body: { email: email.trim(), password, ...(token === null ? {} : { setUpToken: token }) },
    })
    setBusy(false)
    if (answer.ok) return onSent(answer.value)
    if (answer.refused.code === 'set_up_token_wrong') return onTokenRefused()
    setRefused(answer.refused)
    if (answer.refused.minimumLength !== undefined) setMinimum(answer.refused.minimumLength)
    if (isOfPassword(answer.refused)) passwordField.current?.focus()
    else if (isOfEmail(answer.refused)) emailField.current?.focus()
  }

  const sentence = refused === null ? null : sentenceOf(refused, texts.refusals)
  const atPassword = refused !== null && isOfPassword(refused)
  const atEmail = refused !== null && isOfEmail(refused)
  return (
    <>
      {notice !== null && refused === null && (
        <Notice tone="warn" action={emailTaken && <a href="/sign-in">{words.takenSignIn}</a>}>
          {notice}
        </Notice>
      )}
      <form className={styles['form']} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.email}
          name="email"
          type="email"
          value={email}
          onChange={(typed) => {
            onEmail(typed)
            if (atEmail) setRefused(null)
          }}
          autoComplete="username"
          inputMode="email"
          autoFocus
          inputRef={emailField}
          maxLength={320}
          required
          error={tried && email.trim() === '' ? texts.site.empty.email : atEmail ? sentence : null}
        />
        <NewPasswordField
          label={texts.register.password}
          words={texts.newPassword}
          value={password}
          onChange={(typed) => {
            setPassword(typed)
            if (atPassword) setRefused(null)
          }}
          minimum={minimum}
          context={{ email, product: site.name }}
          error={tried && password === '' ? texts.site.empty.newPassword : atPassword ? sentence : null}
          inputRef={passwordField}
        />
        {sentence !== null && !atEmail && !atPassword && <FormError>{sentence}</FormError>}
        <Button kind="filled" size="wide" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </form>
    </>
  )
}

function isOfPassword(refused: Refused): boolean {
  return refused.code.startsWith('password_')
}

function isOfEmail(refused: Refused): boolean {
  return refused.code.startsWith('email_')
}
