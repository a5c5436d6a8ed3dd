/** `/not-me`: whoever did not do the sign-in that a mail told of ends all access and chooses a new password. */
import type { Reply } from '@sallyport/contract'
import { LinkButton, Notice, RelativeTime, Skeleton } from '@sallyport/ui'
import { useEffect, useState } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { takeLinkToken } from '../app/take-link-token.ts'
import { Worded } from '../app/worded.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { FirstPasswordForm } from '../welcome/first-password-form.tsx'
import { call, type Refused } from '../wire/call.ts'
import { EndAccessCard } from './end-access-card.tsx'

type NotMe = Reply<'POST /api/not-me'>

/** The token is taken out of the address at once; opening ends nothing, so that mail programs may look. */
export function NotMePage() {
  const { notMe: words, refusals } = useTexts()
  const [token] = useState(takeLinkToken)
  const [link, setLink] = useState<NotMe>()
  const [refused, setRefused] = useState<Refused>()
  const [done, setDone] = useState(false)

  useEffect(() => {
    if (token === null) return setRefused({ code: 'link_expired' })
    void call('POST /api/not-me', { body: { token } }).then((answer) => {
      if (answer.ok) setLink(answer.value)
      else setRefused(answer.refused)
    })
  }, [token])

  async function end(): Promise<Refused | null> {
    const answer = await call('POST /api/not-me/end-access', { body: { token: token ?? '' } })
    if (!answer.ok) return answer.refused
    setLink(answer.value)
    return null
  }

  async function choose(newPassword: string, oldPassword: string): Promise<Refused | null> {
    const body = { token: token ?? '', newPassword, oldPassword }
    const answer = await call('POST /api/not-me/new-password', { body })
    if (!answer.ok) return answer.refused
    setDone(true)
    return null
  }

  if (refused !== undefined)
    return (
      <>
        <PageHead title={words.title} focus />
        <Notice tone="bad" title={sentenceOf(refused, refusals)}>
          {refused.code === 'link_expired' ? words.gone : null}
        </Notice>
      </>
    )
  if (link === undefined)
    return (
      <>
        <PageHead title={words.title} focus />
        <Skeleton height={220} />
      </>
    )
  if (done)
    return (
      <>
        <PageHead key="done" title={words.title} focus />
        <Notice
          tone="good"
          title={words.doneTitle}
          action={
            <LinkButton kind="filled" href="/sign-in">
              {words.signIn}
            </LinkButton>
          }
        >
          {words.doneBody}
        </Notice>
      </>
    )
  if (!link.ended)
    return (
      <>
        <PageHead title={words.title} focus>
          <Worded
            text={words.lead}
            values={{
              name: <b>{link.signInName}</b>,
              time: <RelativeTime at={link.signedInAt} />,
              browser: <b>{link.browser}</b>,
              address: <b>{link.address}</b>,
            }}
          />
        </PageHead>
        <EndAccessCard onEnd={end} />
      </>
    )
  return (
    <>
      <PageHead key="ended" title={words.title} focus />
      <Notice tone="good" title={words.endedTitle}>
        <Worded text={words.endedBody} values={{ name: <b>{link.signInName}</b> }} />
        <p>{words.oldNeeded}</p>
      </Notice>
      <FirstPasswordForm
        signInName={link.signInName}
        minimum={link.minimumPasswordLength}
        repeats
        oldLabel={words.old}
        onChosen={choose}
      />
    </>
  )
}
