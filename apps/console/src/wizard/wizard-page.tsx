/** `/security/mfa/set-up`: the wizard that binds a virtual MFA device, in three steps. */
import { Steps } from '@sallyport/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { useAsk } from '../app/use-ask.ts'
import { useMe } from '../app/use-me.ts'
import { useTexts } from '../text/use-texts.tsx'
import { OwedNote } from '../welcome/owed-note.tsx'
import { DeviceStep } from './device-step.tsx'
import { type Bound, DoneStep } from './done-step.tsx'
import { VerifyStep } from './verify-step.tsx'
import { wayBack } from './way-back.ts'
import styles from './wizard.module.css'

/**
 * The history entry remembers that a device was bound, so that a reload at the end neither shows codes again nor
 * begins another device. Once verified, the second step stays until the server says that the verification is over.
 * Whoever owes the set-up has nowhere to go back to, so nothing is cancelled then.
 */
export function WizardPage() {
  const { wizard } = useTexts()
  const location = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [verified, setVerified] = useState(false)
  const [asked, setAsked] = useState(false)
  const [again, setAgain] = useState(false)
  const [bound, setBound] = useState<Bound | null>(null)
  const wasBound = isBound(location.state)
  const status = useAsk('GET /api/verification/:purpose', {
    params: { purpose: 'bind_mfa' },
    enabled: !verified && !wasBound,
  })
  if (!verified && status.data?.needed === false) setVerified(true)
  if (!asked && status.data?.needed === true) setAsked(true)

  /** What was known of the verification is no more, or the second step would be taken up again at once. */
  function verifyAgain() {
    setVerified(false)
    setAgain(true)
    void client.resetQueries({ queryKey: ['GET /api/verification/:purpose'] })
  }
  const back = wayBack(location.search, location.state, window.location.origin)
  function leave() {
    navigate(back)
  }
  function finish(next: Bound) {
    setBound(next)
    navigate(`.${location.search}`, { replace: true, state: { ...stateOf(location.state), bound: true } })
  }

  const me = useMe()
  const cancel = me?.owes === 'nothing' ? leave : undefined
  const step = wasBound ? 2 : verified ? 1 : 0
  return (
    <>
      <Steps steps={wizard.steps} current={step} />
      {!wasBound && <OwedNote onLater={() => window.location.assign(back)} />}
      {wasBound ? (
        <DoneStep bound={bound} onDone={leave} />
      ) : verified ? (
        <DeviceStep focus={asked} onBound={finish} onCancel={cancel} onVerificationOver={verifyAgain} />
      ) : status.data !== undefined ? (
        <VerifyStep focus={again} onVerified={() => setVerified(true)} onCancel={cancel} />
      ) : status.error !== null ? (
        <AskFault refused={status.error} onAgain={() => void status.refetch()} />
      ) : (
        <div className={styles['await']} aria-hidden="true" />
      )}
    </>
  )
}

function stateOf(state: unknown): object {
  return typeof state === 'object' && state !== null ? state : {}
}

function isBound(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'bound' in state && state.bound === true
}
