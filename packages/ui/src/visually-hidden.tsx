/** Words for screen readers alone. */
import type { ReactNode } from 'react'
import styles from './hidden.module.css'

/** Takes no room in the page. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>
}
