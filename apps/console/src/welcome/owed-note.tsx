/** Says in the wizard that the account asks for MFA, and from when on; before that it may be put off. */
import { Button, Notice, readClock } from '@sallyport/ui'
import { useState } from 'react'
import { ExactTime } from '../app/exact-time.tsx'
import { useMe } from '../app/use-me.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'

/** `onLater` leaves the wizard once the server has agreed. */
export function OwedNote({ onLater }: { readonly onLater: () => void }) {
  const { welcome: words } = useTexts()
  const me = useMe()
  const [busy, setBusy] = useState(false)
  if (me?.owes !== 'mfa') return null
  const until = me.mfaGraceUntil
  if (until === null || Date.parse(until) <= readClock()) return <Notice tone="warn">{words.owedLead}</Notice>

  async function putOff(): Promise<void> {
    setBusy(true)
    const answer = await call('POST /api/ram/mfa/later')
    setBusy(false)
    if (answer.ok) onLater()
  }

  return (
    <Notice
      tone="warn"
      action={
        <Button size="small" busy={busy} onClick={() => void putOff()}>
          {words.later}
        </Button>
      }
    >
      <Worded text={words.graceLead} values={{ time: <ExactTime at={until} /> }} />
    </Notice>
  )
}
