/** `/invitation`: a new user comes by the link of a mail, chooses a password, and is signed in. */
import type { Reply } from '@sallyport/contract'
import { Notice, Skeleton } from '@sallyport/ui'
import { useEffect, useState } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { Worded } from '../app/worded.tsx'
import { tokenInFragment } from '../sign-in/set-up-token.ts'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { call, type Refused } from '../wire/call.ts'
import { FirstPasswordForm } from './first-password-form.tsx'

type Invitation = Reply<'POST /api/invitation'>

/** The token is taken out of the address at once; it is spent by the finished act, so a reload needs the link again. */
export function InvitationPage() {
  const { welcome: words, refusals } = useTexts()
  const [token] = useState(takeToken)
  const [invitation, setInvitation] = useState<Invitation>()
  const [refused, setRefused] = useState<Refused>()

  useEffect(() => {
    if (token === null) return setRefused({ code: 'link_expired' })
    void call('POST /api/invitation', { body: { token } }).then((answer) => {
      if (answer.ok) setInvitation(answer.value)
      else setRefused(answer.refused)
    })
  }, [token])

  async function choose(newPassword: string): Promise<Refused | null> {
    const answer = await call('POST /api/invitation/accept', { body: { token: token ?? '', newPassword } })
    if (!answer.ok) return answer.refused
    location.assign(answer.value.state === 'signed_in' ? '/security' : '/sign-in')
    return null
  }

  if (refused !== undefined)
    return (
      <>
        <PageHead title={words.welcomeTitle} focus />
        <Notice tone="bad" title={sentenceOf(refused, refusals)}>
          {refused.code === 'link_expired' ? words.gone : null}
        </Notice>
      </>
    )
  return (
    <>
      <PageHead title={words.welcomeTitle} focus>
        {invitation !== undefined && (
          <Worded text={words.welcomeLead} values={{ name: <b>{invitation.signInName}</b> }} />
        )}
      </PageHead>
      {invitation === undefined ? (
        <Skeleton height={220} />
      ) : (
        <FirstPasswordForm
          signInName={invitation.signInName}
          minimum={invitation.minimumPasswordLength}
          repeats={false}
          onChosen={choose}
        />
      )}
    </>
  )
}

/** Out of the address bar, where a shoulder would see it. */
function takeToken(): string | null {
  const token = tokenInFragment(location.hash)
  if (token !== null) history.replaceState(history.state, '', location.pathname)
  return token
}
