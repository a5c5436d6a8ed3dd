/** Asks for a new passphrase twice, and shows how far its derivation is. */
import { Button, PasswordField } from '@sallyport/ui'
import type { Progress } from '@sallyport/vault'
import { type FormEvent, useState } from 'react'
import styles from './protect.module.css'
import { useProtectTexts } from './use-protect-texts.ts'

const LEAST_CHARACTERS = 8

export function NewPassphrase({
  onChosen,
  labels,
}: {
  readonly onChosen: (passphrase: string, progress: Progress) => Promise<void>
  /** Where it is not the vault's own passphrase. */
  readonly labels?: { readonly field: string; readonly repeat: string; readonly submit: string }
}) {
  const words = useProtectTexts().protect
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<'short' | 'differs'>()
  const [progress, setProgress] = useState<number>()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (progress !== undefined) return
    if (Array.from(passphrase).length < LEAST_CHARACTERS) return setProblem('short')
    if (passphrase !== repeated) return setProblem('differs')
    setProblem(undefined)
    setProgress(0)
    try {
      await onChosen(passphrase, setProgress)
    } finally {
      setProgress(undefined)
    }
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <PasswordField
        label={labels?.field ?? words.field}
        name="passphrase"
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
        description={words.fieldWhat}
        error={problem === 'short' ? words.short : undefined}
        autoFocus
      />
      <PasswordField
        label={labels?.repeat ?? words.repeat}
        name="repeat"
        autoComplete="new-password"
        value={repeated}
        onChange={setRepeated}
        error={problem === 'differs' ? words.differs : undefined}
      />
      {progress !== undefined && (
        <progress className={styles['progress']} value={progress} aria-label={words.sealing} />
      )}
      <Button kind="filled" type="submit" busy={progress !== undefined}>
        {labels?.submit ?? words.set}
      </Button>
    </form>
  )
}
