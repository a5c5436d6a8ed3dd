/** `/sign-in`: the password, then the second step where one is bound. */
import { useState } from 'react'
import { sentenceOf } from '../text/sentence-of.ts'
import { useSignInTexts } from '../text/use-sign-in-texts.ts'
import { call } from '../wire/call.ts'
import { leave } from './leave.ts'
import { PasswordStep } from './password-step.tsx'
import { SecondStepForm } from './second-step-form.tsx'
import type { SecondStep, SignInState, Site } from './use-entry-state.ts'

/** Which step is in view; `why` says what ended the second step before its time. */
type Step =
  | { readonly kind: 'password'; readonly why: 'attempt_expired' | 'attempt_dead' | null }
  | { readonly kind: 'second'; readonly attempt: SecondStep }

/** `begun` is where this browser stood when the page loaded: a reload stays at the second step, a fresh visit begins anew. */
export function SignInPage({ site, begun }: { readonly site: Site; readonly begun: SignInState }) {
  const texts = useSignInTexts()
  const [accountName, setAccountName] = useState('')
  const [step, setStep] = useState<Step>(
    begun.state === 'second_step' && cameBack()
      ? { kind: 'second', attempt: begun }
      : { kind: 'password', why: null },
  )
  if (step.kind === 'second') {
    return (
      <SecondStepForm
        site={site}
        attempt={step.attempt}
        onDone={leave}
        onEnded={(why) => setStep({ kind: 'password', why })}
        onStartAgain={async () => {
          await call('POST /api/sign-in/cancel')
          setStep({ kind: 'password', why: null })
        }}
      />
    )
  }
  return (
    <PasswordStep
      site={site}
      accountName={accountName}
      onAccountName={setAccountName}
      notice={step.why === null ? null : sentenceOf({ code: step.why }, texts.refusals)}
      onAnswer={(answer) => {
        if (answer.state === 'signed_in') leave()
        else setStep({ kind: 'second', attempt: answer })
      }}
    />
  )
}

/** Whether the page was loaded again or reached by going back, rather than visited afresh. */
function cameBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate'
}
