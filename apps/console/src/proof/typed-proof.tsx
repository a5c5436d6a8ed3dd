/** Proof by a code that one has already: from a virtual MFA device, or a recovery code. */
import { CodeField, FormError, TextField } from '@sallyport/ui'
import { type FormEvent, useRef, useState } from 'react'
import styles from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { deadAtZero } from '../sign-in/dead-at-zero.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { isAboutCode } from './code-errors.ts'
import { MethodActions } from './method-actions.tsx'
import type { MethodProps } from './method-props.ts'

/** The field is named by what is typed in it. */
export function TypedProof({ purpose, choice, submitLabel, onProven, onCancel }: MethodProps) {
  const { site, security, refusals } = useTexts()
  const prove = useAct('POST /api/verification/:purpose/prove')
  const [code, setCode] = useState('')
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const method = choice.method === 'recovery_code' ? 'recovery_code' : 'virtual_mfa'

  async function submit(event: FormEvent) {
    event.preventDefault()
    const lacking = code.trim() === ''
    setEmpty(lacking)
    if (lacking) {
      prove.forget()
      return field.current?.focus()
    }
    const next = await prove.run({ params: { purpose }, body: { method, code } })
    if (next !== null) return onProven(next)
    field.current?.select()
  }

  const refused = deadAtZero(prove.refused)
  const sentence =
    refused === null
      ? null
      : refused.code === 'attempt_dead'
        ? security.proof.dead
        : sentenceOf(refused, refusals)
  const lacks = method === 'recovery_code' ? site.empty.recoveryCode : site.empty.code
  const error =
    empty && code.trim() === '' ? lacks : refused !== null && isAboutCode(refused.code) ? sentence : null
  const common = {
    label: method === 'recovery_code' ? site.methods.recovery_code : security.proof.code,
    name: 'code',
    value: code,
    onChange: (typed: string) => {
      setCode(typed)
      if (error !== null) prove.forget()
    },
    autoFocus: true,
    inputRef: field,
    error,
  }
  return (
    <form className={styles['form']} method="post" onSubmit={submit} noValidate>
      {method === 'virtual_mfa' ? (
        <CodeField {...common} />
      ) : (
        <TextField
          {...common}
          mono
          maxLength={64}
          autoComplete="off"
          autoCapitalize="characters"
          description={security.proof.recoveryExample}
        />
      )}
      {sentence !== null && error === null && <FormError>{sentence}</FormError>}
      <MethodActions label={submitLabel} busy={prove.busy} onCancel={onCancel} />
    </form>
  )
}
