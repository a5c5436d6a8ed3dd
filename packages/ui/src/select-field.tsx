/** One of a list, by the browser's own select. */
import { classes } from './classes.ts'
import styles from './field.module.css'
import { FieldFrame, type FieldWords } from './field-frame.tsx'
import { Icon } from './icons.tsx'

/** One choice of a select. */
export type SelectOption = {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean | undefined
}

type SelectFieldProps = FieldWords & {
  readonly name: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly SelectOption[]
  /** Stands first and cannot be chosen, while the value is empty. */
  readonly placeholder?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** A native select under its label. */
export function SelectField({
  label,
  description,
  error,
  value,
  onChange,
  options,
  placeholder,
  ...rest
}: SelectFieldProps) {
  return (
    <FieldFrame label={label} description={description} error={error}>
      {(ties) => (
        <div className={styles['box']}>
          <select
            {...rest}
            {...ties}
            className={classes(styles['input'], styles['select'])}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {placeholder !== undefined && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <span className={styles['chevron']}>
            <Icon name="chevron" />
          </span>
        </div>
      )}
    </FieldFrame>
  )
}
