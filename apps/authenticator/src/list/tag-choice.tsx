/** Narrows the list to one tag. */
import { useTexts } from '../text/use-texts.ts'
import styles from './list.module.css'

export function TagChoice({
  tags,
  chosen,
  onChoose,
}: {
  readonly tags: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (tag: string | undefined) => void
}) {
  const { list } = useTexts()
  return (
    <fieldset className={styles['tags']} aria-label={list.tags}>
      {[undefined, ...tags].map((tag) => (
        <button
          key={tag ?? ''}
          type="button"
          className={styles['tag']}
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag)}
        >
          {tag ?? list.allTags}
        </button>
      ))}
    </fieldset>
  )
}
