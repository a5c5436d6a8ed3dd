/** `/ram/settings`: the alias, who must have MFA and what else protects sign-in; nothing is enforced unseen. */
import { Notice, RelativeTime, Skeleton } from '@sallyport/ui'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useMay, useMe } from '../app/use-me.ts'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { AliasForm } from './alias-form.tsx'
import { ProgressCard } from './progress-card.tsx'
import { SettingsForm } from './settings-form.tsx'

/** Who may not write sees the same fields, which then take nothing. */
export function SettingsPage() {
  const { ram } = useTexts()
  const words = ram.settings
  const me = useMe()
  const mayWrite = useMay('settings.write')
  const asked = useAsk('GET /api/ram/settings')
  const settings = asked.data
  return (
    <>
      <div className={pages['lead']}>
        <PageHead title={words.title} />
        {settings !== undefined && (
          <p>
            {settings.enforcedAt === null ? (
              words.sinceNever
            ) : (
              <Worded text={words.since} values={{ time: <RelativeTime at={settings.enforcedAt} /> }} />
            )}
          </p>
        )}
      </div>
      {!mayWrite && <Notice tone="idle">{words.readOnly}</Notice>}
      {asked.error !== null && settings === undefined && (
        <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
      )}
      {settings === undefined && asked.error === null && <Skeleton height={720} />}
      {settings !== undefined && (
        <>
          <AliasForm alias={settings.alias} accountId={me?.accountId ?? ''} mayWrite={mayWrite} />
          <SettingsForm settings={settings} mayWrite={mayWrite} />
          <ProgressCard />
        </>
      )}
    </>
  )
}
