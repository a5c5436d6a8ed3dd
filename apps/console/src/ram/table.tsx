/** A table that scrolls inside its card. */
import { Card, classes } from '@sallyport/ui'
import type { ReactNode } from 'react'
import styles from './ram.module.css'

/**
 * `label` names it; the body's rows have a `th` that names the row. `stacked` sets each row's cells one below the other on a phone, each after its
 * `data-label`, instead of scrolling.
 */
export function Table({
  label,
  columns,
  stacked = false,
  children,
}: {
  readonly label: string
  readonly columns: readonly string[]
  readonly stacked?: boolean
  readonly children: ReactNode
}) {
  return (
    <Card>
      <div className={styles['scroll']}>
        <table className={classes(styles['table'], stacked && styles['stacked'])} aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Card>
  )
}
