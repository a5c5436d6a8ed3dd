/** The field for what people type: a passphrase, or the recovery key from paper. */
import { Button, PasswordField, TextField } from '@sallyport/ui'
import type { VaultKey } from '@sallyport/vault'
import { type FormEvent, useState } from 'react'
import styles from './protect.module.css'
import { useProtectTexts } from './use-protect-texts.ts'

export function TypedKey({
  kind,
  action,
  problem,
  waitSeconds,
  progress,
  quiet,
  autoFocus,
  onTyped,
}: {
  readonly kind: 'passphrase' | 'recovery'
  readonly action: string
  readonly problem: string | undefined
  /** Until the next try is taken. */
  readonly waitSeconds: number
  /** Of the derivation under way, 0 to 1. */
  readonly progress: number | undefined
  /** Another button is the filled one. */
  readonly quiet: boolean
  readonly autoFocus: boolean
  readonly onTyped: (key: VaultKey) => Promise<void>
}) {
  const words = useProtectTexts().unlock
  const [typed, setTyped] = useState('')
  const error = [problem, waitSeconds > 0 ? words.wait(waitSeconds) : undefined].filter(Boolean).join(' ')
  const field = { value: typed, onChange: setTyped, error: error === '' ? undefined : error }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (progress !== undefined || waitSeconds > 0 || typed === '') return
    void onTyped(kind === 'recovery' ? { kind, recoveryKey: typed } : { kind, passphrase: typed })
  }

  return (
    <form className={styles['form']} onSubmit={submit}>
      {kind === 'recovery' ? (
        <TextField
          {...field}
          label={words.recoveryField}
          name="recovery-key"
          autoComplete="off"
          autoCapitalize="characters"
          mono
        />
      ) : (
        <PasswordField {...field} label={words.passphrase} name="passphrase" autoFocus={autoFocus} />
      )}
      {progress !== undefined && (
        <progress className={styles['progress']} value={progress} aria-label={words.opening} />
      )}
      <Button
        kind={quiet ? 'quiet' : 'filled'}
        type="submit"
        disabled={waitSeconds > 0}
        busy={progress !== undefined}
      >
        {action}
      </Button>
    </form>
  )
}
