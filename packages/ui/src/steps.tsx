/** Where one is in something that takes a few steps. */
import { bracketed } from './bracketed.ts'
import { classes } from './classes.ts'
import { Icon } from './icons.tsx'
import styles from './steps.module.css'
import { useUiWords } from './ui-words.tsx'

/** `current` counts from 0; the steps before it are done. */
export function Steps({ steps, current }: { readonly steps: readonly string[]; readonly current: number }) {
  const words = useUiWords()
  return (
    <ol className={styles['steps']}>
      {steps.map((title, index) => (
        <li
          key={title}
          className={classes(
            styles['step'],
            index === current && styles['current'],
            index < current && styles['done'],
          )}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles['dot']} aria-hidden="true">
            {index < current ? <Icon name="tick" size={16} /> : index + 1}
          </span>
          <span className={styles['title']}>
            {title}
            {index < current && (
              <span className={styles['hidden']}>{bracketed(words.stepDone, words.locale)}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
