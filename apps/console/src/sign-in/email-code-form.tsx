/** The second part of a registration: the code that went to the address. */
import type { Reply } from '@sallyport/contract'
import { Button, CodeField, FormError, Heading, Notice } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import { call, type Refused } from '../wire/call.ts'
import { deadAtZero } from './dead-at-zero.ts'
import type { WaitingRegistration } from './registration-memory.ts'
import styles from './sign-in.module.css'
import type { Site } from './use-entry-state.ts'
import { useWait } from './use-wait.ts'

type EmailCodeFormProps = {
  readonly site: Site
  readonly waiting: WaitingRegistration
  readonly onSent: (code: Reply<'POST /api/register/resend'>) => void
  readonly onDone: () => void
  /** The registration is over for this reason; address and password are asked again. */
  readonly onEnded: (refused: Refused) => void
  readonly onChangeAddress: () => void
}

/** Refusals after which this registration cannot be finished. */
const endings = new Set<Refused['code']>([
  'registration_expired',
  'registration_closed',
  'set_up_token_wrong',
  'attempt_dead',
  'email_taken',
])

const atTheCode = new Set<Refused['code']>(['code_malformed', 'code_wrong', 'code_expired'])

/** The earlier code stops working when another is sent, and the page says so. */
export function EmailCodeForm({
  site,
  waiting,
  onSent,
  onDone,
  onEnded,
  onChangeAddress,
}: EmailCodeFormProps) {
  const texts = useSignInTexts()
  const words = texts.register
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState<'verify' | 'resend' | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [empty, setEmpty] = useState(false)
  const [resent, setResent] = useState(false)
  const wait = useWait(waiting.resendAt)
  const field = useRef<HTMLInputElement>(null)

  async function verify(event: FormEvent) {
    event.preventDefault()
    if (busy !== null) return
    setEmpty(code === '')
    if (code === '') {
      setRefused(null)
      return field.current?.focus()
    }
    setBusy('verify')
    setResent(false)
    const answer = await call('POST /api/register/verify', { body: { code } })
    if (answer.ok) return onDone()
    setBusy(null)
    const no = deadAtZero(answer.refused)
    if (endings.has(no.code)) return onEnded(no)
    setRefused(no)
    if (no.code === 'code_wrong') setCode('')
    field.current?.focus()
  }

  async function resend() {
    setBusy('resend')
    setRefused(null)
    const answer = await call('POST /api/register/resend')
    setBusy(null)
    if (answer.ok) {
      wait.begin(answer.value.resendInSeconds)
      setCode('')
      setEmpty(false)
      setResent(true)
      field.current?.focus()
      return onSent(answer.value)
    }
    if (endings.has(answer.refused.code)) return onEnded(answer.refused)
    if (answer.refused.retryAfterSeconds !== undefined) wait.begin(answer.refused.retryAfterSeconds)
    setRefused(answer.refused)
  }

  const sentence = refused === null ? null : sentenceOf(refused, texts.refusals)
  const atCode = refused !== null && atTheCode.has(refused.code)
  return (
    <>
      <div className={styles['lead']}>
        <Heading>{words.title}</Heading>
        <p>
          {words.codeBefore}
          <b>{waiting.address}</b>
          {words.codeAfter}
        </p>
      </div>
      {site.outbox.mail && (
        <Notice
          action={
            <a href="/outbox" target="_blank" rel="noreferrer">
              {texts.site.openOutbox}
            </a>
          }
        >
          {words.outbox}
        </Notice>
      )}
      <form className={styles['form']} method="post" onSubmit={verify} noValidate>
        <CodeField
          label={words.code}
          name="code"
          value={code}
          onChange={(typed) => {
            setCode(typed)
            if (atCode) setRefused(null)
          }}
          autoFocus
          inputRef={field}
          error={empty && code === '' ? texts.site.empty.code : atCode ? sentence : null}
        />
        {resent && refused === null && <Notice tone="good">{words.resent}</Notice>}
        {sentence !== null && !atCode && <FormError>{sentence}</FormError>}
        <Button kind="filled" size="wide" type="submit" busy={busy === 'verify'}>
          {words.verify}
        </Button>
      </form>
      <div className={styles['codeActions']}>
        <Button
          kind="text"
          size="small"
          busy={busy === 'resend'}
          disabled={wait.secondsLeft > 0}
          onClick={() => void resend()}
        >
          {wait.secondsLeft > 0 ? words.resendIn(wait.secondsLeft) : words.resend}
        </Button>
        <Button kind="text" size="small" onClick={onChangeAddress}>
          {words.change}
        </Button>
      </div>
    </>
  )
}
