/** Says on the security page that the account asks for MFA and from when on, once the set-up was put off. */
import { Button, Notice } from '@sallyport/ui'
import { useNavigate } from 'react-router'
import { ExactTime } from '../app/exact-time.tsx'
import { useMe } from '../app/use-me.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'

/** Nothing where no set-up waits. */
export function DueNote() {
  const { welcome, security } = useTexts()
  const navigate = useNavigate()
  const until = useMe()?.mfaGraceUntil ?? null
  if (until === null) return null
  return (
    <Notice
      tone="warn"
      action={
        <Button
          size="small"
          onClick={() => navigate('/security/mfa/set-up', { state: { from: '/security' } })}
        >
          {security.overview.setUpNow}
        </Button>
      }
    >
      <Worded text={welcome.graceLead} values={{ time: <ExactTime at={until} /> }} />
    </Notice>
  )
}
