/** One line of text. */
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldWords } from './field-frame.tsx'

/** The field's words and value, and what the browser should know of it. */
export type TextFieldProps = FieldWords & {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password' | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly autoComplete?: ComponentProps<'input'>['autoComplete']
  readonly autoCapitalize?: ComponentProps<'input'>['autoCapitalize']
  readonly inputMode?: ComponentProps<'input'>['inputMode']
  readonly placeholder?: string | undefined
  /** Takes focus when it appears. */
  readonly autoFocus?: boolean | undefined
  /** Mono and 22 px, for keys and recovery codes. */
  readonly mono?: boolean | undefined
  readonly inputRef?: { current: HTMLInputElement | null } | undefined
  /** A button inside the field's end. */
  readonly end?: ReactNode
}

/** The browser's own input; the error stands under it. */
export function TextField({
  label,
  description,
  error,
  value,
  onChange,
  type = 'text',
  autoFocus = false,
  mono = false,
  inputRef,
  end,
  autoCapitalize = 'none',
  ...rest
}: TextFieldProps) {
  const own = useRef<HTMLInputElement>(null)
  const field = inputRef ?? own
  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus, field])
  return (
    <FieldFrame label={label} description={description} error={error}>
      {(ties) => (
        <div className={styles['box']}>
          <input
            {...rest}
            {...ties}
            ref={field}
            type={type}
            value={value}
            autoCapitalize={autoCapitalize}
            autoCorrect="off"
            spellCheck={false}
            className={classes(
              styles['input'],
              mono && styles['long'],
              end !== undefined && styles['withButton'],
            )}
            onChange={(event) => onChange(event.target.value)}
          />
          {end}
        </div>
      )}
    </FieldFrame>
  )
}
