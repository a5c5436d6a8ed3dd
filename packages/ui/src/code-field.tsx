/** One field for a whole one-time code: typed, pasted with spaces, or filled in by the phone. */
import { type ChangeEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { classes } from './classes.ts'
import { editCode, groupDigits } from './code-digits.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldWords } from './field-frame.tsx'

type CodeFieldProps = FieldWords & {
  readonly name: string
  /** Digits alone. */
  readonly value: string
  readonly onChange: (digits: string) => void
  readonly length?: 6 | 8 | undefined
  /** Told when the last digit is there; nothing submits by itself. */
  readonly onFull?: ((digits: string) => void) | undefined
  readonly autoComplete?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly required?: boolean | undefined
  readonly inputRef?: { current: HTMLInputElement | null } | undefined
}

/** Shows the code in groups while the value stays digits. */
export function CodeField({
  label,
  description,
  error,
  value,
  onChange,
  length = 6,
  onFull,
  autoComplete = 'one-time-code',
  autoFocus = false,
  inputRef,
  ...rest
}: CodeFieldProps) {
  const own = useRef<HTMLInputElement>(null)
  const field = inputRef ?? own
  const caret = useRef<number | null>(null)
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus, field])
  useLayoutEffect(() => {
    if (caret.current !== null && document.activeElement === field.current) {
      field.current?.setSelectionRange(caret.current, caret.current)
    }
    caret.current = null
  })
  function edit(event: ChangeEvent<HTMLInputElement>) {
    const typed = event.target.value
    const next = editCode(typed, event.target.selectionStart ?? typed.length, value, length)
    caret.current = next.caret
    onChange(next.digits)
    if (next.digits.length === length && next.digits !== value) onFull?.(next.digits)
  }
  return (
    <FieldFrame label={label} description={description} error={error}>
      {(ties) => (
        <input
          {...rest}
          {...ties}
          ref={field}
          type="text"
          inputMode="numeric"
          autoComplete={autoComplete}
          autoCorrect="off"
          spellCheck={false}
          className={classes(styles['input'], styles['code'])}
          value={groupDigits(value, length)}
          onChange={edit}
        />
      )}
    </FieldFrame>
  )
}
