/** The second step: a code of the virtual MFA device, a recovery code, or a bypass code. */
import { Button, CheckBox, CodeField, FormError, Heading, TextField } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import { call, type Refused } from '../wire/call.ts'
import { deadAtZero } from './dead-at-zero.ts'
import { LostDevice } from './lost-device.tsx'
import styles from './sign-in.module.css'
import type { SecondStep, Site } from './use-entry-state.ts'
import { useTitle } from './use-title.ts'

type SecondStepFormProps = {
  readonly site: Site
  readonly attempt: SecondStep
  readonly onDone: () => void
  /** The attempt is over; the password is asked again. */
  readonly onEnded: (why: 'attempt_expired' | 'attempt_dead') => void
  readonly onStartAgain: () => Promise<void>
}

/** Refusals that say something of the code itself, so they stand at the field. */
const atTheCode = new Set<Refused['code']>([
  'code_malformed',
  'code_wrong',
  'code_spent',
  'recovery_code_malformed',
  'recovery_code_wrong',
  'too_many_tries',
  'method_unavailable',
])

/** Shows one way at a time; the other is one press away. */
export function SecondStepForm({ site, attempt, onDone, onEnded, onStartAgain }: SecondStepFormProps) {
  const texts = useSignInTexts()
  const words = texts.second
  const offersCodes = attempt.methods.includes('virtual_mfa')
  const [recovering, setRecovering] = useState(!offersCodes)
  const [code, setCode] = useState('')
  const [trust, setTrust] = useState(false)
  const [busy, setBusy] = useState(false)
  const [triesLeft, setTriesLeft] = useState(attempt.triesLeft)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const mayTrust = !recovering && attempt.trustBrowserDays > 0
  const isRamUser = /@([^.@]+|\d{16})$/.test(attempt.accountName)
  const canRecover = attempt.methods.includes('recovery_code') && attempt.recoveryCodesLeft > 0
  const bypassOnly = recovering && !canRecover && isRamUser
  useTitle(words.title, site.name)

  function turnTo(recovery: boolean) {
    setRecovering(recovery)
    setCode('')
    setRefused(null)
    setEmpty(false)
  }

  function edit(typed: string) {
    setCode(typed)
    setEmpty(false)
    if (error !== null && refused?.code !== 'too_many_tries') setRefused(null)
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const lacking = code.trim() === '' || (bypassOnly && !isBypassCode(code))
    setEmpty(lacking)
    if (lacking) {
      setRefused(null)
      return field.current?.focus()
    }
    setBusy(true)
    const method = !recovering ? 'virtual_mfa' : isBypassCode(code) ? 'bypass_code' : 'recovery_code'
    const answer = await call('POST /api/sign-in/prove', {
      body: { method, code: code.trim(), trustBrowser: mayTrust && trust },
    })
    if (answer.ok) return onDone()
    const no = deadAtZero(answer.refused)
    if (no.code === 'attempt_dead') return onEnded('attempt_dead')
    if (no.code === 'attempt_expired' || no.code === 'second_step_needed') return onEnded('attempt_expired')
    setBusy(false)
    setRefused(no)
    if (no.triesLeft !== undefined) setTriesLeft(no.triesLeft)
    if (no.code === 'code_wrong' || no.code === 'code_spent') setCode('')
    field.current?.focus()
  }

  const sentence = refused === null ? null : sentenceOf(withoutTries(refused), texts.refusals)
  const { empty: lacking } = texts.site
  const lacks = bypassOnly ? lacking.bypassCode : recovering ? lacking.recoveryCode : lacking.code
  const error = empty ? lacks : refused !== null && atTheCode.has(refused.code) ? sentence : null
  const before = bypassOnly ? words.bypassBefore : recovering ? words.recoveryBefore : words.codeBefore
  const after = bypassOnly ? words.bypassAfter : recovering ? words.recoveryAfter : words.codeAfter
  const nothingToType = recovering && !canRecover && !isRamUser
  return (
    <>
      <div className={styles['lead']}>
        <Heading>{words.title}</Heading>
        {!nothingToType && (
          <p>
            {before}
            <b>{attempt.accountName}</b>
            {after}
          </p>
        )}
      </div>
      {nothingToType ? (
        <LostDevice codesLeft={0} isRamUser={isRamUser} />
      ) : (
        <form className={styles['form']} method="post" onSubmit={submit} noValidate>
          {recovering ? (
            <TextField
              key="recovery"
              label={bypassOnly ? words.bypass : words.recovery}
              name="recovery-code"
              value={code}
              onChange={edit}
              mono
              autoComplete="off"
              autoCapitalize="characters"
              autoFocus
              inputRef={field}
              maxLength={64}
              error={error}
              placeholder={bypassOnly ? undefined : '07-ABCD-EFGH-JKMN-PQRS'}
              description={
                bypassOnly
                  ? undefined
                  : `${words.recoveryHint(attempt.recoveryCodesLeft)}${isRamUser ? words.bypassHint : ''}`
              }
            />
          ) : (
            <CodeField
              key="code"
              label={words.code}
              name="code"
              value={code}
              onChange={edit}
              autoFocus
              inputRef={field}
              error={error}
            />
          )}
          {mayTrust && (
            <CheckBox
              label={words.trust}
              description={words.trustHint(attempt.trustBrowserDays)}
              name="trust-browser"
              checked={trust}
              onChange={setTrust}
            />
          )}
          {sentence !== null && error === null && <FormError>{sentence}</FormError>}
          <Button kind="filled" size="wide" type="submit" busy={busy}>
            {words.submit}
          </Button>
        </form>
      )}
      <div className={styles['ways']}>
        {recovering && offersCodes && (
          <Button kind="text" onClick={() => turnTo(false)}>
            {words.useCode}
          </Button>
        )}
        {!recovering && (
          <Button kind="text" onClick={() => turnTo(true)}>
            {words.another}
          </Button>
        )}
        {!nothingToType && refused?.code !== 'too_many_tries' && (
          <span className={styles['tries']}>{words.triesLeft(triesLeft)}</span>
        )}
      </div>
      {recovering && !nothingToType && (
        <LostDevice codesLeft={attempt.recoveryCodesLeft} isRamUser={isRamUser} />
      )}
      <div className={styles['ways']}>
        <Button kind="text" size="small" onClick={() => void onStartAgain()}>
          {words.startAgain}
        </Button>
      </div>
    </>
  )
}

/** What an administrator gives has twelve letters and digits, a recovery code eighteen. */
function isBypassCode(typed: string): boolean {
  return typed.replace(/[^\p{L}\p{N}]/gu, '').length === 12
}

/** The count of tries stands beside the button, once. */
function withoutTries({ triesLeft: _, ...rest }: Refused): Refused {
  return rest
}
