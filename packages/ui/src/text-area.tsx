/** Several lines of text, as for a list that has one thing a line. */
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldWords } from './field-frame.tsx'

type TextAreaProps = FieldWords & {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  readonly disabled?: boolean | undefined
}

/** The browser's own, in the mono face; it can be drawn larger. */
export function TextArea({ label, description, error, value, onChange, rows = 3, ...rest }: TextAreaProps) {
  return (
    <FieldFrame label={label} description={description} error={error}>
      {(ties) => (
        <textarea
          {...rest}
          {...ties}
          rows={rows}
          value={value}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          className={classes(styles['input'], styles['area'])}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}
