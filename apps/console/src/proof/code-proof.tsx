/** Proof by a code that is sent by email or text message. */
import { CodeField, FormError } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import styles from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { deadAtZero } from '../sign-in/dead-at-zero.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { isAboutCode } from './code-errors.ts'
import { MethodActions } from './method-actions.tsx'
import type { MethodProps, Status } from './method-props.ts'
import { SendAgain } from './send-again.tsx'
import { SentNote } from './sent-note.tsx'

/** Until a code is on its way its button is the form's; a code sent before a reload still counts. */
export function CodeProof({
  purpose,
  choice,
  codeSent,
  submitLabel,
  onProven,
  onCancel,
}: MethodProps & { readonly codeSent: Status['codeSent'] }) {
  const { site, security, refusals } = useTexts()
  const send = useAct('POST /api/verification/:purpose/send')
  const prove = useAct('POST /api/verification/:purpose/prove')
  const [sent, setSent] = useState(codeSent?.method === choice.method ? codeSent : null)
  const [code, setCode] = useState('')
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const method = choice.method === 'phone' ? 'phone' : 'email'

  async function sendCode() {
    prove.forget()
    const reply = await send.run({ params: { purpose }, body: { method } })
    if (reply === null) return
    setSent({ method, ...reply })
    setCode('')
    setEmpty(false)
    field.current?.focus()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (sent === null) return await sendCode()
    send.forget()
    setEmpty(code === '')
    if (code === '') {
      prove.forget()
      return field.current?.focus()
    }
    const next = await prove.run({ params: { purpose }, body: { method, code } })
    if (next !== null) return onProven(next)
    field.current?.select()
  }

  const refused = deadAtZero(prove.refused ?? send.refused)
  const sentence =
    refused === null
      ? null
      : refused.code === 'attempt_dead'
        ? security.proof.codeDead
        : sentenceOf(refused, refusals)
  const atField = refused !== null && sent !== null && isAboutCode(refused.code)
  return (
    <form className={styles['form']} method="post" onSubmit={submit} noValidate>
      {sent === null ? (
        <>
          {sentence !== null && <FormError>{sentence}</FormError>}
          <MethodActions label={security.proof.send} busy={send.busy} onCancel={onCancel} />
        </>
      ) : (
        <>
          <SentNote to={sent.hint} until={sent.expiresAt} channel={method} />
          <CodeField
            label={security.proof.code}
            name="code"
            value={code}
            onChange={(typed) => {
              setCode(typed)
              if (atField) prove.forget()
            }}
            autoFocus
            inputRef={field}
            error={empty && code === '' ? site.empty.code : atField ? sentence : null}
          />
          {sentence !== null && !atField && <FormError>{sentence}</FormError>}
          <SendAgain
            key={sent.expiresAt}
            seconds={send.refused?.retryAfterSeconds ?? sent.resendInSeconds}
            busy={send.busy}
            onSend={() => void sendCode()}
          />
          <MethodActions label={submitLabel} busy={prove.busy} onCancel={onCancel} />
        </>
      )}
    </form>
  )
}
