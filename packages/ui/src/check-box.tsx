/** A yes or no, by the browser's own check box. */
import { useId } from 'react'
import styles from './choice.module.css'

type CheckBoxProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly description?: string | null | undefined
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  /** Part of a group that is wrong as it stands. */
  readonly invalid?: boolean | undefined
}

/** Named by its label alone; the description is read after. */
export function CheckBox({ label, checked, onChange, description, name, disabled, invalid }: CheckBoxProps) {
  const id = useId()
  return (
    <div className={styles['check']}>
      <input
        type="checkbox"
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={description ? `${id}-description` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {description && (
        <span className={styles['description']} id={`${id}-description`}>
          {description}
        </span>
      )}
    </div>
  )
}
