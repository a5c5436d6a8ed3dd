/** How, from where and when somebody signed in. */
import { RelativeTime } from '@sallyport/ui'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import type { Session } from './overview.ts'

/** Two lines under the name of the browser. */
export function SessionFacts({ session }: { readonly session: Session }) {
  const words = useTexts().security.sessions
  const { level, trustedBrowser, address, lastSeenAt, openedAt } = session
  const oneStep = trustedBrowser ? words.trustedStep : words.oneStep
  return (
    <>
      <div>
        {level === 'aal2' ? words.twoSteps : oneStep} · {address ?? words.unknownAddress}
      </div>
      <div>
        <Worded text={words.seen} values={{ time: <RelativeTime at={lastSeenAt} /> }} />
        {' · '}
        <Worded text={words.opened} values={{ time: <RelativeTime at={openedAt} /> }} />
      </div>
    </>
  )
}
