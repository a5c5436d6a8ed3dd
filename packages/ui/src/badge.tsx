/** A state in one or two words; the colour never says it alone. */
import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classes } from './classes.ts'

/** What a state means for the person. */
export type Tone = 'good' | 'warn' | 'bad' | 'idle'

/** A small label. */
export function Badge({
  tone = 'idle',
  children,
}: {
  readonly tone?: Tone | undefined
  readonly children: ReactNode
}) {
  return <span className={classes(styles['badge'], styles[tone])}>{children}</span>
}
