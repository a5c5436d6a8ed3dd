/** `/security/recovery-codes`: how many are left, and new ones after a proof. */
import { Button, Card, EmptyState, FormError, Heading, RelativeTime, Skeleton } from '@sallyport/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { Worded } from '../app/worded.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** New codes stay in this page's memory until **Done** and cannot be shown again. */
export function RecoveryCodesPage() {
  const { security, refusals } = useTexts()
  const words = security.recovery
  const navigate = useNavigate()
  const overview = useAsk('GET /api/security')
  const make = useAct('POST /api/recovery-codes', 'renew_recovery_codes')
  const [codes, setCodes] = useState<readonly string[] | null>(null)

  async function makeNew() {
    const made = await make.run()
    if (made !== null) setCodes(made.recoveryCodes)
  }
  if (codes !== null)
    return (
      <>
        <PageHead key="new" title={words.newTitle} focus>
          {words.shownOnce}
        </PageHead>
        <Card padded>
          <RecoveryCodes
            codes={codes}
            account={overview.data?.signInName ?? ''}
            onDone={() => navigate('/security')}
          />
        </Card>
      </>
    )

  const data = overview.data
  return (
    <>
      <PageHead title={words.title} back>
        {data?.recoveryCodes.allowed === false ? null : words.lead}
      </PageHead>
      {data === undefined ? (
        overview.error === null ? (
          <Skeleton height={150} />
        ) : (
          <AskFault refused={overview.error} onAgain={() => void overview.refetch()} />
        )
      ) : !data.recoveryCodes.allowed ? (
        <Card>
          <EmptyState title={words.offTitle}>{words.offBody}</EmptyState>
        </Card>
      ) : data.virtualMfa.devices.length === 0 && data.recoveryCodes.madeAt === null ? (
        <Card>
          <EmptyState
            title={words.emptyTitle}
            action={
              <Button
                kind="filled"
                onClick={() =>
                  navigate('/security/mfa/set-up', { state: { from: '/security/recovery-codes' } })
                }
              >
                {security.devices.setUp}
              </Button>
            }
          >
            {words.emptyBody}
          </EmptyState>
        </Card>
      ) : (
        <Card padded>
          <div className={pages['form']}>
            <div className={pages['lead']}>
              <Heading level={2}>{words.left(data.recoveryCodes.left)}</Heading>
              {data.recoveryCodes.madeAt !== null && (
                <p>
                  <Worded
                    text={words.made}
                    values={{ time: <RelativeTime at={data.recoveryCodes.madeAt} /> }}
                  />
                </p>
              )}
            </div>
            <div className={pages['between']}>
              <span className={pages['soft']}>{words.makeNote}</span>
              <Button busy={make.busy} onClick={() => void makeNew()}>
                {words.make}
              </Button>
            </div>
            {make.refused !== null && <FormError>{sentenceOf(make.refused, refusals)}</FormError>}
          </div>
        </Card>
      )}
    </>
  )
}
