/** Several yes or no that belong together, by check boxes under one name. */
import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'
import { classes } from './classes.ts'
import { FormError } from './form-error.tsx'

/** A group named by its legend; what it means and what is wrong with it is read after. */
export function CheckGroup({
  legend,
  description,
  error,
  children,
}: {
  readonly legend: string
  readonly description?: string | undefined
  readonly error?: string | null | undefined
  readonly children: ReactNode
}) {
  const id = useId()
  const described = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={classes(styles['group'], styles['checks'])}
      aria-labelledby={`${id}-legend`}
      aria-describedby={described === '' ? undefined : described}
    >
      <div>
        <span className={styles['legend']} id={`${id}-legend`}>
          {legend}
        </span>
        {description && (
          <p className={styles['description']} id={`${id}-description`}>
            {description}
          </p>
        )}
      </div>
      {children}
      {error && <FormError id={`${id}-error`}>{error}</FormError>}
    </fieldset>
  )
}
