/** Asks for the password of a sealed file. */
import { Button, PasswordField } from '@sallyport/ui'
import { type FormEvent, useState } from 'react'
import styles from '../add.module.css'
import { useAddTexts } from '../use-add-texts.ts'
import type { FileReading } from './read-files.ts'

export function PasswordForm({
  sealed,
  busy,
  onOpen,
}: {
  readonly sealed: FileReading
  readonly busy: boolean
  readonly onOpen: (password: string) => void
}) {
  const words = useAddTexts().importing
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<'empty'>()
  const { reading, name } = sealed
  if (reading.state !== 'password_needed' && reading.state !== 'password_wrong') return null
  const wrong = reading.state === 'password_wrong' && !busy ? words.passwordWrong : undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    setProblem(password === '' ? 'empty' : undefined)
    if (password !== '' && !busy) onOpen(password)
  }

  return (
    <form className={styles['form']} onSubmit={submit}>
      <PasswordField
        label={words.password}
        name="password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
        description={words.passwordWhat(name, words.formatNames[reading.format])}
        error={problem === 'empty' ? words.passwordEmpty : wrong}
        autoFocus
      />
      {busy && (
        <p className={styles['soft']} role="status">
          {words.opening}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button kind="filled" type="submit" busy={busy}>
          {words.open}
        </Button>
      </div>
    </form>
  )
}
