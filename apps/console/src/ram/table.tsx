/** A table that scrolls inside its card. */
import { Card } from '@sallyport/ui'
import type { ReactNode } from 'react'
import styles from './ram.module.css'

/** `label` names it; the body's rows begin with a `th` that names the row. */
export function Table({
  label,
  columns,
  children,
}: {
  readonly label: string
  readonly columns: readonly string[]
  readonly children: ReactNode
}) {
  return (
    <Card>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={label}>
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
