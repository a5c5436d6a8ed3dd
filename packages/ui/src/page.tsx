/** The sign-in pages: one column of 420 px, the host name at the foot so that people learn to see it. */
import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'
import styles from './page.module.css'

/** `name` is the product's name on this server. */
export function Page({
  name,
  foot,
  children,
}: {
  readonly name: string
  readonly foot?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className={styles['gate']}>
      <main className={styles['column']}>
        <Mark name={name} />
        {children}
      </main>
      <footer className={styles['foot']}>{foot}</footer>
    </div>
  )
}
