/** Holds the place of what is on its way, in the size of what follows, so that nothing jumps. */
import styles from './skeleton.module.css'

/** Give it the lines of text it stands for, or a height in pixels. */
export function Skeleton({
  lines = 1,
  height,
}: {
  readonly lines?: number | undefined
  readonly height?: number | undefined
}) {
  if (height !== undefined) {
    return <div className={styles['block']} style={{ height }} aria-hidden="true" />
  }
  return (
    <div className={styles['skeleton']} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <div key={key} className={styles['line']} />
      ))}
    </div>
  )
}
