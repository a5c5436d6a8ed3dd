/** `/register`: email and password, then the emailed code; or why no account can be made here. */
import type { Reply } from '@sallyport/contract'
import { Heading, Notice, readClock } from '@sallyport/ui'
import { useState } from 'react'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import type { Refused } from '../wire/call.ts'
import { EmailCodeForm } from './email-code-form.tsx'
import { leave } from './leave.ts'
import { RegisterForm } from './register-form.tsx'
import {
  forgetRegistration,
  keepRegistration,
  readRegistration,
  type WaitingRegistration,
} from './registration-memory.ts'
import { forgetSetUpToken, readSetUpToken } from './set-up-token.ts'
import styles from './sign-in.module.css'
import type { Site } from './use-entry-state.ts'
import { useTitle } from './use-title.ts'

/** Why the form is in view again. */
type Back = { readonly code: Refused['code']; readonly sentence: string } | null

/** The token is spent by the finished act, so it is kept until the account stands or the server refuses it. */
export function RegisterPage({ site }: { readonly site: Site }) {
  const texts = useSignInTexts()
  const words = texts.register
  const [token, setToken] = useState(readSetUpToken)
  const [tokenRefused, setTokenRefused] = useState(false)
  const [email, setEmail] = useState('')
  const [waiting, setWaiting] = useState<WaitingRegistration | null>(() => readRegistration(readClock()))
  const [back, setBack] = useState<Back>(null)
  useTitle(words.title, site.name)

  function sent(code: Reply<'POST /api/register'>) {
    const now = readClock()
    const next: WaitingRegistration = {
      address: email.trim() || (waiting?.address ?? code.hint),
      resendAt: now + code.resendInSeconds * 1000,
      endsAt: Date.parse(code.expiresAt),
    }
    keepRegistration(next)
    setWaiting(next)
    setBack(null)
  }

  function done() {
    forgetRegistration()
    forgetSetUpToken()
    leave()
  }

  function refuseToken() {
    forgetRegistration()
    forgetSetUpToken()
    setToken(null)
    setTokenRefused(true)
    setWaiting(null)
  }

  function ended(refused: Refused) {
    if (refused.code === 'set_up_token_wrong') return refuseToken()
    forgetRegistration()
    setWaiting(null)
    const sentence =
      refused.code === 'registration_expired'
        ? words.expired
        : refused.code === 'attempt_dead'
          ? words.dead
          : sentenceOf(refused, texts.refusals)
    setBack({ code: refused.code, sentence })
  }

  if (waiting !== null) {
    return (
      <EmailCodeForm
        site={site}
        waiting={waiting}
        onSent={sent}
        onDone={done}
        onEnded={ended}
        onChangeAddress={() => {
          forgetRegistration()
          setWaiting(null)
        }}
      />
    )
  }
  const closed = site.registration === 'closed' || (site.registration === 'first' && !site.firstAccount)
  const tokenNeeded = site.registration === 'first' && token === null
  return (
    <>
      <div className={styles['lead']}>
        <Heading>{words.title}</Heading>
        {!closed && !tokenNeeded && <p>{words.lead}</p>}
      </div>
      {closed ? (
        <Notice title={words.closedTitle}>{words.closedBody}</Notice>
      ) : tokenRefused ? (
        <Notice tone="warn" title={words.tokenWrongTitle}>
          {words.tokenWrongBody}
        </Notice>
      ) : tokenNeeded ? (
        <Notice tone="warn" title={words.tokenMissingTitle}>
          {words.tokenMissingBody}
        </Notice>
      ) : (
        <RegisterForm
          site={site}
          token={token}
          email={email}
          onEmail={setEmail}
          notice={back?.sentence ?? null}
          emailTaken={back?.code === 'email_taken'}
          onSent={sent}
          onTokenRefused={refuseToken}
        />
      )}
      {!site.firstAccount && (
        <p className={styles['aside']}>
          {words.haveAccount} <a href="/sign-in">{words.signIn}</a>
        </p>
      )}
    </>
  )
}
