/** Something that a person should know here and now, in the page and not over it. */
import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icons.tsx'
import styles from './notice.module.css'

const signs: Record<Tone, IconName> = { good: 'tick', warn: 'alert', bad: 'alert', idle: 'info' }

/** `bad` is announced at once, the others when the reader pauses. */
export function Notice({
  tone = 'idle',
  title,
  children,
  action,
}: {
  readonly tone?: Tone | undefined
  readonly title?: string | undefined
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={classes(styles['notice'], styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={signs[tone]} />
      <div className={styles['body']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {isThere(children) && <div>{children}</div>}
        {isThere(action) && <div className={styles['action']}>{action}</div>}
      </div>
    </div>
  )
}

/** False and null draw nothing, so they must not take room either. */
function isThere(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false
}
