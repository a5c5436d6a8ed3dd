/** `/security/sessions`: where one is signed in, each to be ended, or all the others at once. */
import { Badge, Button, CardSection, SettingRow, Skeleton, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useFocusAfterRemoval } from '../app/use-focus-after-removal.ts'
import { useTexts } from '../text/use-texts.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { otherSessions, type Session } from './overview.ts'
import { SessionFacts } from './session-facts.tsx'

/** This browser stands first; it is ended by signing out. Ending any other is asked about before. */
export function SessionsPage() {
  const { security, asks } = useTexts()
  const words = security.sessions
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const sessions = useAsk('GET /api/sessions')
  const endOthers = useAct('POST /api/sessions/end-others')

  async function endAll() {
    const done = await endOthers.run()
    if (done === null) return
    setAsking(false)
    toast({ message: words.endedOthers(done.ended) })
  }
  useFocusAfterRemoval(sessions.data?.length)
  const all = sessions.data ?? []
  const others = otherSessions(all)
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title} back>
          {words.lead}
        </PageHead>
        {others.length > 0 && <Button onClick={() => setAsking(true)}>{words.endOthers}</Button>}
      </div>
      <AskDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={asks.endOthersTitle}
        verb={asks.endOthersVerb}
        act={endOthers}
        onYes={() => void endAll()}
      >
        {asks.endOthersBody}
      </AskDialog>
      {sessions.error !== null && (
        <AskFault refused={sessions.error} onAgain={() => void sessions.refetch()} />
      )}
      {sessions.data === undefined && sessions.error === null && <Skeleton height={138} />}
      {sessions.data !== undefined && (
        <CardSection title={words.list}>
          {[...all.filter(({ current }) => current), ...others].map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </CardSection>
      )}
      {sessions.data !== undefined && others.length === 0 && <p className={pages['soft']}>{words.alone}</p>}
    </>
  )
}

function SessionRow({ session }: { readonly session: Session }) {
  const { security, asks } = useTexts()
  const words = security.sessions
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const end = useAct('DELETE /api/sessions/:id')
  async function endThis() {
    if ((await end.run({ params: { id: session.id } })) === null) return
    setAsking(false)
    toast({ message: words.ended })
  }
  return (
    <>
      <SettingRow
        title={session.browser}
        description={<SessionFacts session={session} />}
        badge={session.current ? <Badge tone="good">{words.current}</Badge> : undefined}
        action={
          session.current ? undefined : (
            <Button size="small" kind="danger" onClick={() => setAsking(true)}>
              {words.end}
            </Button>
          )
        }
      />
      <AskDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={asks.endTitle(session.browser)}
        verb={words.end}
        act={end}
        onYes={() => void endThis()}
      >
        {asks.endBody}
      </AskDialog>
    </>
  )
}
