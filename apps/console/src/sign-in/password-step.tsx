/** The first step: account name and password. */
import type { Reply } from '@sallyport/contract'
import { Button, FormError, Heading, Notice, PasswordField, TextField } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import { call, type Refused } from '../wire/call.ts'
import styles from './sign-in.module.css'
import type { Site } from './use-entry-state.ts'
import { useTitle } from './use-title.ts'
import { useWait } from './use-wait.ts'

type PasswordStepProps = {
  readonly site: Site
  readonly accountName: string
  readonly onAccountName: (name: string) => void
  /** Why a second step ended and this one is in view again. */
  readonly notice: string | null
  readonly onAnswer: (answer: Reply<'POST /api/sign-in'>) => void
}

/** A wrong name and a wrong password are told in the same words, at the password, which is then typed again. */
export function PasswordStep({ site, accountName, onAccountName, notice, onAnswer }: PasswordStepProps) {
  const texts = useSignInTexts()
  const words = texts.signIn
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [tried, setTried] = useState(false)
  const wait = useWait()
  const nameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  useTitle(words.title, site.name)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacking = accountName.trim() === '' || password === ''
    setTried(lacking)
    if (lacking) setRefused(null)
    if (accountName.trim() === '') return nameField.current?.focus()
    if (password === '') return passwordField.current?.focus()
    setBusy(true)
    const answer = await call('POST /api/sign-in', { body: { accountName: accountName.trim(), password } })
    if (answer.ok) {
      setRefused(null)
      return onAnswer(answer.value)
    }
    setBusy(false)
    setRefused(answer.refused)
    if (answer.refused.retryAfterSeconds !== undefined) wait.begin(answer.refused.retryAfterSeconds)
    if (answer.refused.code === 'sign_in_refused') {
      setPassword('')
      passwordField.current?.focus()
    }
  }

  const waiting = refused?.retryAfterSeconds !== undefined
  const atPassword = refused?.code === 'sign_in_refused' ? sentenceOf(refused, texts.refusals) : null
  return (
    <>
      <Heading>{words.title}</Heading>
      {notice !== null && refused === null && <Notice tone="warn">{notice}</Notice>}
      {site.firstAccount && site.registration === 'first' && (
        <Notice title={words.firstAccountTitle}>{words.firstAccountBody}</Notice>
      )}
      <form className={styles['form']} method="post" onSubmit={submit} noValidate>
        <TextField
          label={words.accountName}
          name="username"
          value={accountName}
          onChange={(typed) => {
            onAccountName(typed)
            if (atPassword !== null) setRefused(null)
          }}
          autoComplete="username"
          inputMode="email"
          autoFocus={accountName === ''}
          inputRef={nameField}
          maxLength={320}
          required
          description={words.accountNameHint}
          error={tried && accountName.trim() === '' ? texts.site.empty.accountName : null}
        />
        <PasswordField
          label={words.password}
          name="password"
          value={password}
          onChange={(typed) => {
            setPassword(typed)
            if (atPassword !== null) setRefused(null)
          }}
          autoComplete="current-password"
          autoFocus={accountName !== ''}
          inputRef={passwordField}
          error={tried && password === '' ? texts.site.empty.password : atPassword}
          required
        />
        {waiting && wait.secondsLeft > 0 && (
          <Notice tone="warn" title={refused.code === 'password_wait' ? words.waitTitle : undefined}>
            {refused.code !== 'password_wait' && `${sentenceOf({ code: refused.code }, texts.refusals)} `}
            {words.wait(texts.site.wait(wait.secondsLeft))}
          </Notice>
        )}
        {waiting && wait.secondsLeft === 0 && <Notice>{words.waitOver}</Notice>}
        {refused !== null && !waiting && atPassword === null && (
          <FormError>{sentenceOf(refused, texts.refusals)}</FormError>
        )}
        <Button kind="filled" size="wide" type="submit" busy={busy} disabled={wait.secondsLeft > 0}>
          {words.submit}
        </Button>
      </form>
      {site.registration === 'open' && (
        <p className={styles['aside']}>
          {words.noAccount} <a href="/register">{words.register}</a>
        </p>
      )}
    </>
  )
}
