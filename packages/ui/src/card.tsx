/** A plane with a line around it that holds what belongs together. */
import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classes } from './classes.ts'

/** `tone` colours the line where the card states a state; `padded` gives it an inner margin of 20 px. */
export function Card({
  tone,
  padded = false,
  label,
  children,
}: {
  readonly tone?: 'good' | 'warn' | 'bad' | undefined
  readonly padded?: boolean | undefined
  /** Makes the card a region of this name. */
  readonly label?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <section
      className={classes(styles['card'], padded && styles['padded'], tone !== undefined && styles[tone])}
      aria-label={label}
    >
      {children}
    </section>
  )
}
