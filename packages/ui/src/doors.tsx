/** The state of the account as a drawing: one door solid and one dashed, or two solid doors. */
import { classes } from './classes.ts'
import styles from './drawing.module.css'

/** Decoration beside words that say the same. */
export function Doors({ second }: { readonly second: 'none' | 'set' }) {
  return (
    <svg
      className={styles['doors']}
      aria-hidden="true"
      viewBox="0 0 72 56"
      width="72"
      height="56"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinejoin="round"
    >
      <g className={styles['open']}>
        <path d="M4 52V22a14 14 0 0 1 28 0v30z" />
        <path d="M18 32v7" strokeLinecap="round" />
      </g>
      <g
        className={classes(second === 'set' ? styles['open'] : styles['missing'])}
        strokeDasharray={second === 'set' ? undefined : '4 4'}
      >
        <path d="M40 52V22a14 14 0 0 1 28 0v30z" />
        {second === 'set' && <path d="M54 32v7" strokeLinecap="round" />}
      </g>
    </svg>
  )
}
