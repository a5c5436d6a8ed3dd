/** Where a user is signed in; each session to be ended by whoever may, or all at once. */
import { Badge, Button, CardSection, SettingRow, Skeleton, useToast } from '@sallyport/ui'
import { useRef, useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useFocusAfterRemoval } from '../app/use-focus-after-removal.ts'
import { AskDialog } from '../security/ask-dialog.tsx'
import type { Session } from '../security/overview.ts'
import { SessionFacts } from '../security/session-facts.tsx'
import { useTexts } from '../text/use-texts.tsx'
import styles from './ram.module.css'
import type { User } from './user.ts'

/** `mayEnd` where the role and the rank allow it. */
export function UserSessions({ user, mayEnd }: { readonly user: User; readonly mayEnd: boolean }) {
  const words = useTexts().ram.user
  const asked = useAsk('GET /api/ram/users/:id/sessions', { params: { id: user.id } })
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusAfterRemoval(asked.data?.length, heading)
  if (asked.error !== null && asked.data === undefined)
    return <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton height={138} />
  return (
    <CardSection title={words.sessions} headingRef={heading}>
      {asked.data.length === 0 && <p className={styles['calm']}>{words.sessionsNone}</p>}
      {asked.data.map((session) => (
        <SessionRow key={session.id} user={user} session={session} mayEnd={mayEnd} />
      ))}
      {mayEnd && asked.data.length > 0 && <EndAll user={user} />}
    </CardSection>
  )
}

function SessionRow({
  user,
  session,
  mayEnd,
}: {
  readonly user: User
  readonly session: Session
  readonly mayEnd: boolean
}) {
  const { ram, security } = useTexts()
  const words = ram.user
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const end = useAct('DELETE /api/ram/users/:id/sessions/:sessionId', 'manage_users')
  async function endThis() {
    if ((await end.run({ params: { id: user.id, sessionId: session.id } })) === null) return
    setAsking(false)
    toast({ message: words.sessionEnded })
  }
  return (
    <>
      <SettingRow
        title={session.browser}
        description={<SessionFacts session={session} />}
        badge={session.current ? <Badge tone="good">{security.sessions.current}</Badge> : undefined}
        action={
          mayEnd ? (
            <Button size="small" kind="danger" onClick={() => setAsking(true)}>
              {words.endSession}
            </Button>
          ) : undefined
        }
      />
      <AskDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.endSessionTitle(session.browser)}
        verb={words.endSession}
        act={end}
        onYes={() => void endThis()}
      >
        {words.endSessionBody}
      </AskDialog>
    </>
  )
}

function EndAll({ user }: { readonly user: User }) {
  const words = useTexts().ram.user
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const end = useAct('DELETE /api/ram/users/:id/sessions', 'manage_users')
  async function endAll() {
    const done = await end.run({ params: { id: user.id } })
    if (done === null) return
    setAsking(false)
    toast({ message: words.sessionsEnded(done.ended) })
  }
  return (
    <div className={styles['cardFoot']}>
      <Button size="small" onClick={() => setAsking(true)}>
        {words.endSessions}
      </Button>
      <AskDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.endSessionsTitle(user.name)}
        verb={words.endSessions}
        act={end}
        onYes={() => void endAll()}
      >
        {words.endSessionsBody}
      </AskDialog>
    </div>
  )
}
