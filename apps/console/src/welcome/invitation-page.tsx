/** `/invitation`: a new user comes by the link of a mail, chooses a password, and is signed in. */
import type { Reply } from '@sallyport/contract'
import { LinkButton, Skeleton } from '@sallyport/ui'
import { useCallback, useEffect, useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import { takeLinkToken } from '../app/take-link-token.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { call, type Refused } from '../wire/call.ts'
import { FirstPasswordForm } from './first-password-form.tsx'

type Invitation = Reply<'POST /api/invitation'>

/** The token is taken out of the address at once; it is spent by the finished act, so a reload needs the link again. */
export function InvitationPage() {
  const { welcome: words } = useTexts()
  const [token] = useState(takeLinkToken)
  const [invitation, setInvitation] = useState<Invitation>()
  const [refused, setRefused] = useState<Refused>()

  const look = useCallback(async () => {
    setRefused(undefined)
    if (token === null) return setRefused({ code: 'link_expired' })
    const answer = await call('POST /api/invitation', { body: { token } })
    if (answer.ok) setInvitation(answer.value)
    else setRefused(answer.refused)
  }, [token])
  useEffect(() => void look(), [look])

  async function choose(newPassword: string): Promise<Refused | null> {
    const answer = await call('POST /api/invitation/accept', { body: { token: token ?? '', newPassword } })
    if (!answer.ok && answer.refused.code === 'link_expired') setRefused(answer.refused)
    if (!answer.ok) return answer.refused
    location.assign(answer.value.state === 'signed_in' ? '/security' : '/sign-in')
    return null
  }

  if (refused?.code === 'link_expired')
    return (
      <>
        <PageHead title={words.goneTitle} focus>
          {words.goneBody}
        </PageHead>
        <div>
          <LinkButton kind="filled" href="/sign-in">
            {words.toSignIn}
          </LinkButton>
        </div>
      </>
    )
  if (refused !== undefined)
    return (
      <>
        <PageHead title={words.welcomeTitle} focus />
        <AskFault refused={refused} onAgain={() => void look()} />
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
