/** A password: hidden until its reveal button is pressed; paste and password managers work. */
import { useState } from 'react'
import styles from './field.module.css'
import { Icon } from './icons.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'
import { useUiWords } from './ui-words.tsx'

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'end' | 'mono'> & {
  /** `current-password` to sign in, `new-password` to choose one. */
  readonly autoComplete?: 'current-password' | 'new-password' | 'off' | undefined
  /** Set when the page itself shows or hides the characters, as after a suggestion. */
  readonly revealed?: boolean | undefined
  readonly onReveal?: ((revealed: boolean) => void) | undefined
}

/** The reveal button is named for the characters, so that a look-up by the field's label finds the field alone. */
export function PasswordField({
  autoComplete = 'current-password',
  revealed,
  onReveal,
  ...field
}: PasswordFieldProps) {
  const words = useUiWords()
  const [own, setOwn] = useState(false)
  const shown = revealed ?? own
  function turn() {
    setOwn(!shown)
    onReveal?.(!shown)
  }
  return (
    <TextField
      {...field}
      autoComplete={autoComplete}
      type={shown ? 'text' : 'password'}
      end={
        <button
          type="button"
          className={styles['reveal']}
          aria-label={shown ? words.hideCharacters : words.showCharacters}
          onClick={turn}
        >
          <Icon name={shown ? 'eye-off' : 'eye'} />
        </button>
      }
    />
  )
}
