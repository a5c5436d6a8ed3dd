/** The device's name and its two consecutive codes. */
import { Button, CodeField, FormError, Heading, Notice, readClock, TextField } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'
import { afterRefusal, type BindingPlace, bindingPlace } from './binding-place.ts'
import { tickAt } from './countdown.ts'
import { CountdownLine } from './countdown-line.tsx'
import type { Bound } from './done-step.tsx'
import type { BindingEnd } from './ended-binding.tsx'
import type { PendingDevice } from './use-pending-device.ts'
import styles from './wizard.module.css'

/** The second field takes focus when the first is full; nothing submits by itself (WCAG 3.2.2). */
export function BindForm({
  device,
  onBound,
  onCancel,
  onOver,
  onVerificationOver,
}: {
  readonly device: PendingDevice
  readonly onBound: (bound: Bound) => void
  readonly onCancel: (() => void) | undefined
  /** The server no longer takes codes for this key. */
  readonly onOver: (end: BindingEnd) => void
  readonly onVerificationOver: () => void
}) {
  const { wizard, refusals } = useTexts()
  const words = wizard.device
  const confirm = useAct('POST /api/mfa/binding/confirm')
  const [name, setName] = useState(device.suggestedName)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [firstAt, setFirstAt] = useState<number | null>(null)
  const [short, setShort] = useState<'firstCode' | 'secondCode' | null>(null)
  const firstField = useRef<HTMLInputElement>(null)
  const secondField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const length = device.digits === 8 ? 8 : 6

  function typeFirst(digits: string) {
    setFirst(digits)
    setShort(null)
    const { step } = tickAt(readClock() + device.aheadMilliseconds, device.periodSeconds)
    setFirstAt(digits.length === length ? step : null)
  }
  function mend(why: Refused) {
    const next = afterRefusal(why)
    if (next.end !== null) return onOver(next.end)
    if (next.clearFirst) {
      setFirst('')
      setFirstAt(null)
    }
    if (next.clearSecond) setSecond('')
    if (next.focus === 'firstCode') firstField.current?.focus()
    if (next.focus === 'secondCode') secondField.current?.focus()
    if (next.focus === 'deviceName') nameField.current?.focus()
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacking = first.length < length ? 'firstCode' : second.length < length ? 'secondCode' : null
    setShort(lacking)
    if (lacking === 'firstCode') return firstField.current?.focus()
    if (lacking === 'secondCode') return secondField.current?.focus()
    const body = {
      bindingId: device.bindingId,
      deviceName: name.trim() || ' ',
      firstCode: first,
      secondCode: second,
    }
    const reply = await confirm.run({ body }, mend)
    if (reply === null) return
    onBound({
      deviceName: reply.device.name,
      recoveryCodes: reply.recoveryCodes,
      recoveryCodesLeft: reply.recoveryCodesLeft,
      recoveryCodesAllowed: reply.recoveryCodesAllowed,
    })
  }

  const { refused } = confirm
  const place = refused === null ? null : bindingPlace(refused)
  const sentence = refused === null ? null : sentenceOf(refused, refusals)
  const at = (field: BindingPlace): string | null =>
    short === field ? words.codeShort(length) : short === null && place === field ? sentence : null

  return (
    <form className={styles['bind']} method="post" onSubmit={submit} noValidate>
      <div className={pages['lead']}>
        <Heading level={2}>{words.scan}</Heading>
        <p>{words.scanBody}</p>
      </div>
      <TextField
        label={words.name}
        name="device-name"
        value={name}
        onChange={setName}
        autoComplete="off"
        autoCapitalize="sentences"
        maxLength={64}
        inputRef={nameField}
        error={at('deviceName')}
      />
      <div className={styles['pair']}>
        <Heading level={2}>{words.two}</Heading>
        <div className={styles['codes']}>
          <CodeField
            label={words.first}
            name="first-code"
            value={first}
            onChange={typeFirst}
            onFull={() => secondField.current?.focus()}
            length={length}
            autoComplete="off"
            inputRef={firstField}
            error={at('firstCode')}
          />
          <CodeField
            label={words.second}
            name="second-code"
            value={second}
            onChange={(digits) => {
              setSecond(digits)
              setShort(null)
            }}
            length={length}
            autoComplete="off"
            inputRef={secondField}
            error={at('secondCode')}
          />
        </div>
        {at('codes') !== null && <FormError>{at('codes')}</FormError>}
        {refused?.triesLeft !== undefined && (
          <p className={pages['soft']}>{words.pairsLeft(refused.triesLeft)}</p>
        )}
        <CountdownLine device={device} firstAt={firstAt} secondFull={second.length === length} />
      </div>
      {refused?.code === 'verification_needed' ? (
        <Notice
          tone="warn"
          action={
            <Button size="small" onClick={onVerificationOver}>
              {wizard.verify.title}
            </Button>
          }
        >
          {sentence}
        </Notice>
      ) : (
        at('form') !== null && <FormError>{at('form')}</FormError>
      )}
      <div className={pages['actions']}>
        {onCancel !== undefined && <Button onClick={onCancel}>{words.cancel}</Button>}
        <Button kind="filled" type="submit" busy={confirm.busy}>
          {words.enable}
        </Button>
      </div>
    </form>
  )
}
