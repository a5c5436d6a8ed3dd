/** What went wrong, at the field or above the form's button. */
import type { ReactNode } from 'react'
import styles from './field.module.css'
import { Icon } from './icons.tsx'

/** Is announced when it appears. */
export function FormError({
  id,
  children,
}: {
  readonly id?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <p className={styles['error']} id={id} role="alert">
      <Icon name="alert" size={18} />
      <span>{children}</span>
    </p>
  )
}
