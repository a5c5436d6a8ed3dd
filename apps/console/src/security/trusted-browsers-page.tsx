/** `/security/trusted-browsers`: where the password alone signs in, each to be removed, or all at once. */
import {
  Badge,
  Button,
  Card,
  CardSection,
  EmptyState,
  RelativeTime,
  SettingRow,
  Skeleton,
  useToast,
} from '@sallyport/ui'
import { useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { Day } from '../app/day.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useFocusAfterRemoval } from '../app/use-focus-after-removal.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { AskDialog } from './ask-dialog.tsx'
import type { TrustedBrowser } from './overview.ts'

/** Removing is asked about before; no proof is wanted for what takes a way in away. */
export function TrustedBrowsersPage() {
  const { security } = useTexts()
  const words = security.trusted
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const asked = useAsk('GET /api/trusted-browsers')
  const removeAll = useAct('DELETE /api/trusted-browsers')
  const trusted = asked.data
  useFocusAfterRemoval(trusted?.browsers.length)

  async function removeEvery() {
    const done = await removeAll.run()
    if (done === null) return
    setAsking(false)
    toast({ message: words.removedAll(done.removed) })
  }
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title} back>
          {words.lead}
        </PageHead>
        {trusted !== undefined && trusted.browsers.length > 0 && (
          <Button onClick={() => setAsking(true)}>{words.removeAll}</Button>
        )}
      </div>
      <AskDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.removeAllTitle}
        verb={words.removeAll}
        act={removeAll}
        onYes={() => void removeEvery()}
      >
        {words.removeAllBody}
      </AskDialog>
      {asked.error !== null && trusted === undefined && (
        <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
      )}
      {trusted === undefined && asked.error === null && <Skeleton height={138} />}
      {trusted !== undefined && trusted.browsers.length === 0 && (
        <Card>
          <EmptyState title={trusted.days === 0 ? words.offTitle : words.emptyTitle}>
            {trusted.days === 0 ? words.offBody : words.emptyBody}
          </EmptyState>
        </Card>
      )}
      {trusted !== undefined && trusted.browsers.length > 0 && (
        <CardSection title={words.list}>
          {trusted.browsers.map((browser) => (
            <BrowserRow key={browser.id} browser={browser} />
          ))}
        </CardSection>
      )}
    </>
  )
}

function BrowserRow({ browser }: { readonly browser: TrustedBrowser }) {
  const { security } = useTexts()
  const words = security.trusted
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const remove = useAct('DELETE /api/trusted-browsers/:id')
  async function removeThis() {
    if ((await remove.run({ params: { id: browser.id } })) === null) return
    setAsking(false)
    toast({ message: words.removed })
  }
  return (
    <>
      <SettingRow
        title={browser.browser}
        description={
          <>
            <div>
              <Worded text={words.since} values={{ time: <RelativeTime at={browser.trustedAt} /> }} />
              {' · '}
              <Worded text={words.until} values={{ time: <Day at={browser.trustedUntil} /> }} />
            </div>
            <div>
              <Worded text={words.used} values={{ time: <RelativeTime at={browser.lastUsedAt} /> }} />
            </div>
          </>
        }
        badge={browser.current ? <Badge tone="good">{words.current}</Badge> : undefined}
        action={
          <Button size="small" kind="danger" onClick={() => setAsking(true)}>
            {words.remove}
          </Button>
        }
      />
      <AskDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.removeTitle(browser.browser)}
        verb={words.remove}
        act={remove}
        onYes={() => void removeThis()}
      >
        {words.removeBody}
      </AskDialog>
    </>
  )
}
