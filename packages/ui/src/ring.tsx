/** A ring that runs down, for the time a code has left. */
import styles from './drawing.module.css'

const around = 2 * Math.PI * 9

/** `fractionLeft` from 1 down to 0. Give a `label` where the ring stands alone; beside words it is decoration. */
export function Ring({
  fractionLeft,
  label,
  size = 22,
}: {
  readonly fractionLeft: number
  readonly label?: string | undefined
  readonly size?: number | undefined
}) {
  const left = Math.min(1, Math.max(0, fractionLeft))
  return (
    <svg
      className={styles['ring']}
      width={size}
      height={size}
      viewBox="0 0 22 22"
      role="img"
      aria-label={label ?? ''}
      aria-hidden={label === undefined}
    >
      <circle className={styles['track']} cx="11" cy="11" r="9" />
      <circle
        className={styles['left']}
        cx="11"
        cy="11"
        r="9"
        strokeDasharray={around}
        strokeDashoffset={around * (1 - left)}
      />
    </svg>
  )
}
