/** What came of each file beside its accounts: refusals, entries that could not be read, pictures still wanting. */
import { Notice } from '@sallyport/ui'
import type { EntryFailure } from '@sallyport/vault'
import styles from '../add.module.css'
import { unfinished } from '../read/batch-progress.ts'
import { useAddTexts } from '../use-add-texts.ts'
import type { FileReading } from './read-files.ts'

export function ReadingNotes({ readings }: { readonly readings: readonly FileReading[] }) {
  const { importing: words, taken } = useAddTexts()
  return readings.map(({ name, reading }, index) => {
    const key = `${index} ${name}`
    switch (reading.state) {
      case 'no_code':
        return (
          <Notice key={key} tone="bad" title={name}>
            {words.pictureEmpty}
          </Notice>
        )
      case 'refused':
        return (
          <Notice key={key} tone="bad" title={name}>
            {words.refused[reading.problem]}
          </Notice>
        )
      case 'read': {
        const wanting = unfinished(reading.batches)
        return (
          <div key={key} className={styles['form']}>
            {reading.entries.length + reading.failures.length === 0 && (
              <Notice tone="warn" title={name}>
                {words.none}
              </Notice>
            )}
            {wanting && <Notice tone="warn">{taken.batch(wanting.read, wanting.of, wanting.missing)}</Notice>}
            {reading.failures.length > 0 && <Failures failures={reading.failures} />}
          </div>
        )
      }
      default:
        return null
    }
  })
}

function Failures({ failures }: { readonly failures: readonly EntryFailure[] }) {
  const { importing: words, taken } = useAddTexts()
  return (
    <Notice tone="warn" title={words.failures(failures.length)}>
      <ul className={styles['plain']}>
        {failures.map(({ position, label, problem }) => (
          <li key={`${position} ${label}`}>{words.failure(position, label, taken.problem[problem])}</li>
        ))}
      </ul>
    </Notice>
  )
}
