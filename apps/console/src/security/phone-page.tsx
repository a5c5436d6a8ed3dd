/** `/security/phone`: a phone number for codes by text message, added, changed or removed. */
import { Button, Card, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PageHead } from '../app/page-head.tsx'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { Worded } from '../app/worded.tsx'
import { ConfirmGate } from '../proof/confirm-gate.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { AddressForm } from './address-form.tsx'
import { AskDialog } from './ask-dialog.tsx'

/** Confirms first where that is due. */
export function PhonePage() {
  const { security } = useTexts()
  const words = security.phone
  const navigate = useNavigate()
  const toast = useToast()
  const overview = useAsk('GET /api/security')
  const begin = useAct('POST /api/phone', 'set_phone')
  const verify = useAct('POST /api/phone/verify', 'set_phone')
  const hint = overview.data?.phone.hint ?? null

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
      <PageHead title={hint === null ? words.addTitle : words.changeTitle} back>
        {overview.data?.phone.allowed === false ? words.leadNoProof : words.lead}
      </PageHead>
      <ConfirmGate purpose="set_phone" onCancel={leave}>
        <Card padded>
          <AddressForm
            channel="phone"
            label={words.number}
            description={hint === null ? words.numberHint : <Worded text={words.now} values={{ hint }} />}
            words={words}
            onSend={(phoneNumber) => {
              verify.forget()
              return begin.run({ body: { phoneNumber } })
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
        {hint !== null && <RemovePhone onRemoved={leave} />}
      </ConfirmGate>
    </>
  )
}

function RemovePhone({ onRemoved }: { readonly onRemoved: () => void }) {
  const { security } = useTexts()
  const words = security.phone
  const toast = useToast()
  const remove = useAct('DELETE /api/phone', 'set_phone')
  const [open, setOpen] = useState(false)
  async function yes() {
    if ((await remove.run()) === null) return
    setOpen(false)
    toast({ message: words.removed, movesOn: true })
    onRemoved()
  }
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {words.remove}
      </Button>
      <AskDialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.removeTitle}
        verb={words.removeVerb}
        act={remove}
        onYes={() => void yes()}
      >
        {words.removeBody}
      </AskDialog>
    </div>
  )
}
