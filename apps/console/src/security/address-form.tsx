/** A new email address or phone number, and the code that proves it is yours. */
import { Button, CodeField, FormError, readClock, TextField } from '@sallyport/ui'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import pages from '../app/pages.module.css'
import { SendAgain } from '../proof/send-again.tsx'
import { SentNote } from '../proof/sent-note.tsx'
import { deadAtZero } from '../sign-in/dead-at-zero.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'
import { addressFieldOf } from './address-field-of.ts'
import {
  type Channel,
  forgetWaitingCode,
  keepWaitingCode,
  readWaitingCode,
  type WaitingCode,
} from './waiting-code.ts'

/** A code on its way to the new address. */
export type CodeSent = {
  readonly resendInSeconds: number
  readonly expiresAt: string
}

type AddressFormProps = {
  readonly channel: Channel
  readonly label: string
  readonly description: ReactNode
  readonly words: {
    readonly send: string
    readonly code: string
    readonly verify: string
    readonly other: string
  }
  readonly onSend: (address: string) => Promise<CodeSent | null>
  readonly onVerify: (code: string) => Promise<unknown>
  /** The field that was refused is typed anew, so the refusal is over. */
  readonly onEdit: () => void
  readonly onCancel: () => void
  readonly busy: boolean
  readonly refused: Refused | null
}

/** First the address and **Send code**, then the code; the address can be taken back. A code sent before a reload still counts. */
export function AddressForm(props: AddressFormProps) {
  const { channel, words, busy } = props
  const refused = deadAtZero(props.refused)
  const { site, security, asks, refusals } = useTexts()
  const [waiting, setWaiting] = useState(() => readWaitingCode(channel, readClock()))
  const [address, setAddress] = useState(waiting?.address ?? '')
  const [sent, setSent] = useState<WaitingCode | null>(waiting)
  const [code, setCode] = useState('')
  const [empty, setEmpty] = useState(false)
  const addressField = useRef<HTMLInputElement>(null)
  const codeField = useRef<HTMLInputElement>(null)

  async function send() {
    const next = await props.onSend(address.trim())
    if (next === null) return
    const { expiresAt, resendInSeconds } = next
    const begun = { address: address.trim(), expiresAt, resendAt: readClock() + resendInSeconds * 1000 }
    keepWaitingCode(channel, begun)
    setWaiting(begun)
    setSent(begun)
    setCode('')
    setEmpty(false)
    codeField.current?.focus()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacking = (sent === null ? address.trim() : code) === ''
    setEmpty(lacking)
    if (lacking) {
      props.onEdit()
      return (sent === null ? addressField : codeField).current?.focus()
    }
    if (sent === null) return await send()
    if ((await props.onVerify(code)) === null) codeField.current?.select()
    else forgetWaitingCode(channel)
  }

  const sentence =
    refused === null
      ? null
      : refused.code === 'attempt_dead'
        ? security.proof.codeDead
        : sentenceOf(refused, refusals)
  const place = refused === null ? null : addressFieldOf(refused.code, sent !== null)
  return (
    <form className={pages['form']} method="post" onSubmit={submit} noValidate>
      {sent === null ? (
        <>
          <TextField
            label={props.label}
            name={channel}
            type={channel === 'email' ? 'email' : 'tel'}
            inputMode={channel === 'email' ? 'email' : 'tel'}
            autoComplete={channel === 'email' ? 'email' : 'tel'}
            value={address}
            onChange={(typed) => {
              setAddress(typed)
              if (place === 'address') props.onEdit()
            }}
            description={props.description}
            maxLength={320}
            autoFocus
            inputRef={addressField}
            error={
              empty && address.trim() === '' ? site.empty[channel] : place === 'address' ? sentence : null
            }
          />
          {waiting !== null && (
            <div className={pages['links']}>
              <Button kind="text" size="small" onClick={() => setSent(waiting)}>
                {asks.haveCode}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <SentNote to={sent.address} until={sent.expiresAt} channel={channel} />
          <CodeField
            label={words.code}
            name="code"
            value={code}
            onChange={(typed) => {
              setCode(typed)
              if (place === 'code') props.onEdit()
            }}
            autoFocus
            inputRef={codeField}
            error={empty && code === '' ? site.empty.code : place === 'code' ? sentence : null}
          />
          <SendAgain
            key={sent.expiresAt}
            seconds={secondsUntil(sent.resendAt)}
            busy={busy}
            onSend={() => void send()}
          >
            <Button kind="text" size="small" onClick={() => setSent(null)}>
              {words.other}
            </Button>
          </SendAgain>
        </>
      )}
      {sentence !== null && place === null && <FormError>{sentence}</FormError>}
      <div className={pages['actions']}>
        <Button onClick={props.onCancel}>{security.frame.cancel}</Button>
        <Button kind="filled" type="submit" busy={busy}>
          {sent === null ? words.send : words.verify}
        </Button>
      </div>
    </form>
  )
}

function secondsUntil(moment: number): number {
  return Math.max(0, Math.ceil((moment - readClock()) / 1000))
}
