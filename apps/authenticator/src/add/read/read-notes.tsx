/** What was read and is no account that could be added, each with its reason. */
import { Notice } from '@sallyport/ui'
import styles from '../add.module.css'
import { useAddTexts } from '../use-add-texts.ts'
import type { Intake } from './intake.ts'

export function ReadNotes({ foreign, failures }: Pick<Intake, 'foreign' | 'failures'>) {
  const words = useAddTexts().taken
  const lines = new Set(failures.map(({ label, problem }) => words.unreadable(label, words.problem[problem])))
  return (
    <>
      {foreign.map(({ kind, text }) => (
        <Notice key={text} tone="warn" title={words.foreign[kind].title}>
          {words.foreign[kind].body}
          {(kind === 'something_else' || kind === 'web_address') && (
            <span className={styles['quote']}>{text.slice(0, 200)}</span>
          )}
        </Notice>
      ))}
      {lines.size > 0 && (
        <Notice tone="bad">
          <ul className={styles['plain']}>
            {[...lines].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
