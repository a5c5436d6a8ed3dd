/** The frame of every view: the mark or the way back, its heading, its buttons at the thumb, and the language at the foot. */
import { Button, Heading, LanguageSelect, Mark, Skeleton } from '@sallyport/ui'
import type { ReactNode } from 'react'
import { useTexts } from '../text/use-texts.ts'
import styles from './host.module.css'

/**
 * `title` is the view's heading, which takes focus. `onBack` draws the button **Back**; `actions` stand at the top's end,
 * `foot` stays in view at the thumb. `busy` holds the place of what is on its way.
 */
export function Frame({
  title,
  onBack,
  actions,
  foot,
  busy = false,
  children,
}: {
  readonly title?: string | undefined
  readonly onBack?: (() => void) | undefined
  readonly actions?: ReactNode
  readonly foot?: ReactNode
  readonly busy?: boolean | undefined
  readonly children?: ReactNode
}) {
  const { vault } = useTexts()
  return (
    <div className={styles['app']}>
      <header className={styles['top']}>
        <Mark name={vault.short} />
        <div className={styles['actions']}>
          {onBack !== undefined && (
            <Button size="small" onClick={onBack}>
              {vault.back}
            </Button>
          )}
          {actions}
        </div>
      </header>
      <main className={styles['main']} aria-busy={busy || undefined}>
        {title !== undefined && (
          <Heading focus key={title}>
            {title}
          </Heading>
        )}
        {busy && <Skeleton lines={3} />}
        {children}
      </main>
      <footer className={styles['foot']}>
        <span>{location.host}</span>
        <LanguageSelect label={vault.language} />
      </footer>
      {foot !== undefined && <div className={styles['thumb']}>{foot}</div>}
    </div>
  )
}
