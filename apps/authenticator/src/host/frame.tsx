/** The frame of every view: the mark, the buttons of this view, the content, and the language at the foot. */
import { LanguageSelect, Mark, Skeleton } from '@sallyport/ui'
import type { ReactNode } from 'react'
import { useTexts } from '../text/use-texts.ts'
import styles from './frame.module.css'

/** `buttons` stand beside the mark; `bar` is fixed at the thumb. `busy` holds the place of what is on its way. */
export function Frame({
  buttons,
  bar,
  busy = false,
  children,
}: {
  readonly buttons?: ReactNode
  readonly bar?: ReactNode
  readonly busy?: boolean | undefined
  readonly children?: ReactNode
}) {
  const { vault } = useTexts()
  return (
    <div className={styles['app']}>
      <header className={styles['head']}>
        <Mark name={vault.short} />
        {buttons !== undefined && <div className={styles['buttons']}>{buttons}</div>}
      </header>
      <main className={styles['main']} aria-busy={busy || undefined}>
        {busy && <Skeleton lines={3} />}
        {children}
      </main>
      <footer className={styles['foot']}>
        <LanguageSelect label={vault.language} />
      </footer>
      {bar !== undefined && <div className={styles['bar']}>{bar}</div>}
    </div>
  )
}
