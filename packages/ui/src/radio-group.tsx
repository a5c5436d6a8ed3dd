/** One of a few ways, all in view, by the browser's own radio buttons. */
import { useId } from 'react'
import styles from './choice.module.css'
import { FormError } from './form-error.tsx'

/** One way, with what it means. */
export type RadioOption = {
  readonly value: string
  readonly label: string
  readonly description?: string | null | undefined
  readonly disabled?: boolean | undefined
}

type RadioGroupProps<Value extends string> = {
  readonly legend: string
  readonly options: readonly (RadioOption & { readonly value: Value })[]
  readonly value: Value | ''
  readonly onChange: (value: Value) => void
  readonly error?: string | null | undefined
}

/** A radiogroup named by its legend; each radio is named by its label alone, its description is read after. */
export function RadioGroup<Value extends string>({
  legend,
  options,
  value,
  onChange,
  error,
}: RadioGroupProps<Value>) {
  const id = useId()
  return (
    <div
      className={styles['group']}
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <span className={styles['legend']} id={`${id}-legend`}>
        {legend}
      </span>
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-labelledby={`${id}-${option.value}`}
              aria-describedby={option.description ? `${id}-${option.value}-description` : undefined}
              onChange={() => onChange(option.value)}
            />
            <span className={styles['name']} id={`${id}-${option.value}`}>
              {option.label}
            </span>
            {option.description && (
              <span className={styles['description']} id={`${id}-${option.value}-description`}>
                {option.description}
              </span>
            )}
          </label>
        ))}
      </div>
      {error && <FormError id={`${id}-error`}>{error}</FormError>}
    </div>
  )
}
