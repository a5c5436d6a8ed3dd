/** One thing of the security page: its name, its state in words, and one action. */
import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

/** A group named by its title. */
export function SettingRow({
  title,
  description,
  badge,
  action,
}: {
  readonly title: string
  readonly description?: ReactNode
  readonly badge?: ReactNode
  readonly action?: ReactNode
}) {
  const id = useId()
  return (
    <fieldset className={styles['row']} aria-labelledby={id}>
      <div className={styles['rowText']}>
        <h3 id={id}>{title}</h3>
        {description !== undefined && <div>{description}</div>}
      </div>
      {(badge !== undefined || action !== undefined) && (
        <div className={styles['rowEnd']}>
          {badge}
          {action}
        </div>
      )}
    </fieldset>
  )
}
