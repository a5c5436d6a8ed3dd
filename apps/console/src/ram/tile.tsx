/** One number that matters, with what it counts. */
import { Card } from '@sallyport/ui'
import styles from './ram.module.css'

/** `tone` colours the line; the words say why. */
export function Tile({
  figure,
  words,
  tone,
}: {
  readonly figure: string
  readonly words: string
  readonly tone?: 'warn' | 'bad' | undefined
}) {
  return (
    <Card tone={tone}>
      <p className={styles['tile']}>
        <b>{figure}</b> <span>{words}</span>
      </p>
    </Card>
  )
}
