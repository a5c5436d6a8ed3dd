/** `/security/email`: another email address, proven by a code before it counts. */
import { Card, useToast } from '@sallyport/ui'
import { useNavigate } from 'react-router'
import { PageHead } from '../app/page-head.tsx'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { Worded } from '../app/worded.tsx'
import { ConfirmGate } from '../proof/confirm-gate.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { AddressForm } from './address-form.tsx'

/** Confirms first where that is due. */
export function EmailPage() {
  const { security } = useTexts()
  const words = security.email
  const navigate = useNavigate()
  const toast = useToast()
  const overview = useAsk('GET /api/security')
  const begin = useAct('POST /api/email', 'change_email')
  const verify = useAct('POST /api/email/verify', 'change_email')

  function leave() {
    navigate('/security')
  }
  async function finish(code: string) {
    begin.forget()
    const done = await verify.run({ body: { code } })
    if (done === null) return null
    toast({ message: words.done, movesOn: true })
    leave()
    return done
  }
  return (
    <>
      <PageHead title={words.title} back>
        {words.lead}
      </PageHead>
      <ConfirmGate purpose="change_email" onCancel={leave}>
        <Card padded>
          <AddressForm
            channel="email"
            label={words.address}
            description={
              overview.data && (
                <Worded text={words.now} values={{ address: overview.data.email.address ?? '' }} />
              )
            }
            words={words}
            onSend={(email) => {
              verify.forget()
              return begin.run({ body: { email } })
            }}
            onVerify={finish}
            onEdit={() => {
              begin.forget()
              verify.forget()
            }}
            onCancel={leave}
            busy={begin.busy || verify.busy}
            refused={verify.refused ?? begin.refused}
          />
        </Card>
      </ConfirmGate>
    </>
  )
}
