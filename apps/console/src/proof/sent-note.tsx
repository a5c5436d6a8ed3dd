/** Says where a code went and how long it works, and where to read it when no gateway is configured. */
import { dateLocale, Notice, useUiWords } from '@sallyport/ui'
import { useSite } from '../app/use-site.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** `channel` says which gateway it would have gone through; `until` is RFC 3339 text. */
export function SentNote({
  to,
  until,
  channel,
}: {
  readonly to: string
  readonly until: string
  readonly channel: 'email' | 'phone'
}) {
  const { security, site: siteWords } = useTexts()
  const { locale } = useUiWords()
  const site = useSite()
  const kept = channel === 'email' ? site?.outbox.mail : site?.outbox.sms
  const time = new Intl.DateTimeFormat(dateLocale(locale), { timeStyle: 'short' }).format(Date.parse(until))
  return (
    <Notice
      action={
        kept === true ? (
          <span>
            {security.proof.outbox}{' '}
            <a href="/outbox" target="_blank" rel="noreferrer">
              {siteWords.openOutbox}
            </a>
          </span>
        ) : undefined
      }
    >
      <Worded text={security.proof.sent} values={{ to: <b>{to}</b>, time }} />
    </Notice>
  )
}
