/** What stands where a list would: why it is empty and what to do first. */
import type { ReactNode } from 'react'
import styles from './card.module.css'

/** A title, a sentence, one action. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={styles['empty']}>
      <h2>{title}</h2>
      {children !== undefined && <div>{children}</div>}
      {action !== undefined && <div className={styles['emptyAction']}>{action}</div>}
    </div>
  )
}
