/** A secret that is shown this once, large enough to be read out, with a button that copies it. */
import { Card, CopyButton, Heading } from '@sallyport/ui'
import pages from '../app/pages.module.css'
import styles from './ram.module.css'

/** A region named by its title. */
export function OnceShown({
  title,
  body,
  secret,
  copy,
  headingRef,
}: {
  readonly title: string
  readonly body: string
  readonly secret: string
  readonly copy: string
  readonly headingRef: { current: HTMLHeadingElement | null }
}) {
  return (
    <Card padded tone="warn" label={title}>
      <div className={pages['lead']}>
        <Heading level={2} headingRef={headingRef}>
          {title}
        </Heading>
        <p>{body}</p>
        <div className={styles['once']}>
          <code className={styles['secret']}>{secret}</code>
          <CopyButton text={secret} label={copy} />
        </div>
      </div>
    </Card>
  )
}
