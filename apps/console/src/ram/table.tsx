/** A table that scrolls inside its card. */
import { Card, classes } from '@sallyport/ui'
import type { ReactNode } from 'react'
import styles from './ram.module.css'
import type { Direction } from './report-order.ts'

/** By its label alone, or one by which the rows are ordered when its head is pressed. */
export type Column =
  | string
  | { readonly label: string; readonly direction: Direction | undefined; readonly onSort: () => void }

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
  readonly columns: readonly Column[]
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
                <Head key={typeof column === 'string' ? column : column.label} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Card>
  )
}

/** The arrow says which way the rows run; a screen reader hears it from the column. */
function Head({ column }: { readonly column: Column }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>
  const { label, direction, onSort } = column
  const sorted = direction === undefined ? 'none' : direction === 'asc' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" className={styles['sort']} onClick={onSort}>
        {label}
        <span className={styles['arrow']} aria-hidden="true">
          {direction === undefined ? '↕' : direction === 'asc' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  )
}
