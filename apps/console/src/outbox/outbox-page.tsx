/** `/outbox`: the messages of the last 24 hours, where no gateway carries them. Works signed out. */
import { Badge, buttonClass, Card, EmptyState, RelativeTime, Skeleton } from '@sallyport/ui'
import { useId } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'
import { type Message, messageParts } from './message-parts.ts'
import styles from './outbox.module.css'

/** Asked again every three seconds, so that a code is there when one comes from its form. */
export function OutboxPage() {
  const { security } = useTexts()
  const words = security.outbox
  const messages = useAsk('GET /api/outbox', { every: 3000 })
  const who = useAsk('GET /api/sign-in')
  const off = messages.error?.code === 'not_found'
  if (off)
    return (
      <>
        <PageHead title={words.title} />
        <Card>
          <EmptyState title={words.offTitle}>{words.offBody}</EmptyState>
        </Card>
      </>
    )
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title}>{words.lead}</PageHead>
        {who.data?.state !== 'signed_in' && (
          <a className={buttonClass({ size: 'small' })} href="/sign-in">
            {words.signIn}
          </a>
        )}
      </div>
      {messages.error !== null && (
        <AskFault refused={messages.error} onAgain={() => void messages.refetch()} />
      )}
      {messages.isPending && <Skeleton height={180} />}
      {messages.data?.length === 0 && (
        <Card>
          <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
        </Card>
      )}
      {messages.data?.map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
    </>
  )
}

function MessageCard({ message }: { readonly message: Message }) {
  const { security } = useTexts()
  const words = security.outbox
  const id = useId()
  return (
    <article className={styles['message']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id}>{message.subject === '' ? words.sms : message.subject}</h2>
        {message.subject !== '' && <Badge>{message.channel === 'mail' ? words.mail : words.sms}</Badge>}
        <dl className={styles['to']}>
          <dt>{words.to}</dt>
          <dd>{message.to}</dd>
        </dl>
        <span className={styles['time']}>
          <RelativeTime at={message.at} />
        </span>
      </header>
      <div className={styles['text']}>
        {messageParts(message.text, location.origin).map(({ at, kind, text }) =>
          kind === 'code' ? (
            <b key={at} className={styles['code']}>
              {text}
            </b>
          ) : kind === 'link' ? (
            <a key={at} href={text}>
              {text}
            </a>
          ) : (
            <span key={at}>{text}</span>
          ),
        )}
      </div>
    </article>
  )
}
