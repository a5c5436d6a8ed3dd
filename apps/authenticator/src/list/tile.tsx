/** The square with a letter that lets the eye find an account. */
import type { Entry } from '@sallyport/vault'
import styles from './row.module.css'
import { letterOf, shadeOf } from './tile-look.ts'

/** Decoration: the name stands beside it. */
export function Tile({ entry }: { readonly entry: Pick<Entry, 'issuer' | 'account' | 'letter'> }) {
  return (
    <span className={styles['tile']} data-shade={shadeOf(entry)} aria-hidden="true">
      {letterOf(entry)}
    </span>
  )
}
