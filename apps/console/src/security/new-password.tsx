/** The field where a new password is chosen: what is still missing, how strong it is, and one that the page suggests. */
import { Button, CopyButton, classes, PasswordField } from '@sallyport/ui'
import { useState } from 'react'
import pages from '../app/pages.module.css'
import { isBuiltOnContext } from '../sign-in/password-context.ts'
import { passwordStrength } from '../sign-in/password-strength.ts'
import { suggestPassword } from '../sign-in/suggest-password.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './security.module.css'

/** A suggestion is shown in clear until it is edited or hidden, so that it can be kept. */
export function NewPassword({
  value,
  onChange,
  minimum,
  context,
  error,
  inputRef,
}: {
  readonly value: string
  readonly onChange: (password: string) => void
  readonly minimum: number
  /** What the password must not be built on. */
  readonly context: { readonly email: string; readonly product: string }
  readonly error: string | null
  readonly inputRef: { current: HTMLInputElement | null }
}) {
  const { security } = useTexts()
  const words = security.password
  const [revealed, setRevealed] = useState(false)
  const [suggestion, setSuggestion] = useState<string | null>(null)

  function suggest() {
    const next = suggestPassword((bytes) => crypto.getRandomValues(bytes))
    setSuggestion(next)
    setRevealed(true)
    onChange(next)
  }
  const suggested = suggestion !== null && suggestion === value
  return (
    <div className={styles['strength']}>
      <PasswordField
        label={words.next}
        name="new-password"
        value={value}
        onChange={onChange}
        autoComplete="new-password"
        revealed={revealed}
        onReveal={setRevealed}
        error={error}
        inputRef={inputRef}
        description={
          <StrengthLine password={value} minimum={minimum} own={isBuiltOnContext(value, context)} />
        }
      />
      <div className={pages['links']}>
        <Button kind="text" size="small" onClick={suggest}>
          {words.suggest}
        </Button>
        {suggested && <CopyButton kind="text" text={value} label={words.copySuggestion} />}
      </div>
      {suggested && <p className={pages['soft']}>{words.suggested}</p>}
    </div>
  )
}

function StrengthLine({
  password,
  minimum,
  own,
}: {
  readonly password: string
  readonly minimum: number
  readonly own: boolean
}) {
  const { security } = useTexts()
  const words = security.password
  const { missing, level, bars } = passwordStrength(password, minimum, own)
  return (
    <div className={styles['strength']}>
      <div className={styles['meter']} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={classes(styles['bar'], bar <= bars && styles[level])} />
        ))}
      </div>
      <span>
        {password === ''
          ? words.minimum(minimum)
          : missing > 0
            ? words.missing(missing)
            : own
              ? words.ownWords
              : words.levels[level]}
      </span>
    </div>
  )
}
