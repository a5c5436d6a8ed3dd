/** What every field has around it: the label above, the description and the error below, tied to it for screen readers. */
import { type ReactNode, useId } from 'react'
import styles from './field.module.css'
import { FormError } from './form-error.tsx'

/** What any field of a form may be told. */
export type FieldWords = {
  /** The accessible name, exactly: no asterisk, no address in it. */
  readonly label: string
  readonly description?: ReactNode
  /** What was seen and what to do; stands at the field and is read with it. */
  readonly error?: string | null | undefined
}

/** What ties the control to its label and words. */
export type FieldTies = {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** Draws label, control, description and error; the control gets its ties. */
export function FieldFrame({
  label,
  description,
  error,
  children,
}: FieldWords & { readonly children: (ties: FieldTies) => ReactNode }) {
  const id = useId()
  const said = description !== undefined && description !== null && description !== ''
  const describedBy = [error ? `${id}-error` : '', said ? `${id}-description` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
      {error && <FormError id={`${id}-error`}>{error}</FormError>}
      {said && (
        <div className={styles['description']} id={`${id}-description`}>
          {description}
        </div>
      )}
    </div>
  )
}
