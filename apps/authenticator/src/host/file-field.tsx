/** A field that takes files, with the browser's own button in the house's look. */
import { type ReactNode, useId } from 'react'
import styles from './file-field.module.css'

export function FileField({
  label,
  multiple = false,
  description,
  error,
  onChoose,
}: {
  readonly label: string
  readonly multiple?: boolean
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly onChoose: (files: readonly File[]) => void
}) {
  const id = useId()
  const ties = [description !== undefined && `${id}-what`, error !== undefined && `${id}-problem`]
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles['file']}
        type="file"
        multiple={multiple}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={ties.filter(Boolean).join(' ') || undefined}
        onChange={(event) => onChoose(Array.from(event.target.files ?? []))}
      />
      {description !== undefined && (
        <p className={styles['what']} id={`${id}-what`}>
          {description}
        </p>
      )}
      {error !== undefined && (
        <p className={styles['problem']} id={`${id}-problem`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
