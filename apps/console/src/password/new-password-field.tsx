/** The field where a new password is chosen: what is still missing, how strong it is, and one that the page suggests. */
import { Button, CopyButton, classes, PasswordField } from '@sallyport/ui'
import { useState } from 'react'
import type { PasswordTexts } from '../text/en-password.ts'
import styles from './password.module.css'
import { isBuiltOnContext } from './password-context.ts'
import { passwordStrength } from './password-strength.ts'
import { suggestPassword } from './suggest-password.ts'

type NewPasswordFieldProps = {
  readonly label: string
  readonly words: PasswordTexts
  readonly value: string
  readonly onChange: (password: string) => void
  readonly minimum: number
  /** What the password must not be built on. */
  readonly context: { readonly email: string; readonly product: string }
  readonly error: string | null
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean
  readonly inputRef: { current: HTMLInputElement | null }
}

/** A suggestion is shown in clear until it is edited or hidden, so that it can be kept. */
export function NewPasswordField({
  label,
  words,
  value,
  onChange,
  minimum,
  context,
  error,
  inputRef,
  autoFocus = false,
}: NewPasswordFieldProps) {
  const [revealed, setRevealed] = useState(false)
  const [suggestion, setSuggestion] = useState<string | null>(null)
  const suggested = suggestion !== null && suggestion === value

  function suggest() {
    const next = suggestPassword((bytes) => crypto.getRandomValues(bytes))
    setSuggestion(next)
    setRevealed(true)
    onChange(next)
  }

  return (
    <div className={styles['strength']}>
      <PasswordField
        label={label}
        name="new-password"
        value={value}
        onChange={onChange}
        autoComplete="new-password"
        revealed={revealed}
        onReveal={setRevealed}
        error={error}
        inputRef={inputRef}
        autoFocus={autoFocus}
        required
        description={
          <StrengthLine
            words={words}
            password={value}
            minimum={minimum}
            own={isBuiltOnContext(value, context)}
          />
        }
      />
      <div className={styles['suggest']}>
        <Button kind="text" size="small" onClick={suggest}>
          {words.suggest}
        </Button>
        {suggested && <CopyButton kind="text" text={value} label={words.copySuggestion} />}
      </div>
      {suggested && <p className={styles['kept']}>{words.suggested}</p>}
    </div>
  )
}

function StrengthLine({
  words,
  password,
  minimum,
  own,
}: {
  readonly words: PasswordTexts
  readonly password: string
  readonly minimum: number
  readonly own: boolean
}) {
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
