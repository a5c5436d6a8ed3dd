/** The wizard's end: what is on now, and the recovery codes. */
import { Button, Card, Doors, FormError, Heading, LinkButton, Skeleton } from '@sallyport/ui'
import { useState } from 'react'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { RecoveryCodes } from '../security/recovery-codes.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import styles from './wizard.module.css'

/** What binding gave; the codes are empty where the principal had codes already, or may have none. */
export type Bound = {
  readonly deviceName: string
  readonly recoveryCodes: readonly string[]
  readonly recoveryCodesLeft: number
  readonly recoveryCodesAllowed: boolean
}

/** `bound` is null after a reload: the codes were shown once, and new ones can be made. */
export function DoneStep({ bound, onDone }: { readonly bound: Bound | null; readonly onDone: () => void }) {
  const { wizard, security, refusals } = useTexts()
  const words = wizard.done
  const overview = useAsk('GET /api/security')
  const make = useAct('POST /api/recovery-codes', 'renew_recovery_codes')
  const [made, setMade] = useState<readonly string[]>([])
  const codes = bound !== null && bound.recoveryCodes.length > 0 ? bound.recoveryCodes : made
  const left = bound?.recoveryCodesLeft ?? overview.data?.recoveryCodes.left
  const allowed = bound?.recoveryCodesAllowed ?? overview.data?.recoveryCodes.allowed
  async function makeNew() {
    const reply = await make.run()
    if (reply !== null) setMade(reply.recoveryCodes)
  }
  return (
    <>
      <div className={styles['on']}>
        <Doors second="set" />
        <PageHead title={words.title}>
          {bound === null ? words.leadAgain : words.lead(bound.deviceName)}
        </PageHead>
      </div>
      <Card padded>
        {codes.length > 0 ? (
          <div className={pages['form']}>
            <div className={pages['lead']}>
              <Heading level={2} focus={made.length > 0}>
                {words.codes}
              </Heading>
              <p>{words.codesBody}</p>
            </div>
            <RecoveryCodes codes={codes} account={overview.data?.signInName ?? ''} onDone={onDone} />
          </div>
        ) : allowed === false ? (
          <div className={pages['form']}>
            <p>{words.off}</p>
            <div className={pages['actions']}>
              <Button kind="filled" onClick={onDone}>
                {words.done}
              </Button>
            </div>
          </div>
        ) : (
          <div className={pages['form']}>
            {left === undefined ? (
              <Skeleton lines={1} />
            ) : (
              <p>{bound === null ? words.gone(left) : left === 0 ? words.noneLeft : words.left(left)}</p>
            )}
            {bound === null && <p className={pages['soft']}>{security.recovery.makeNote}</p>}
            {make.refused !== null && <FormError>{sentenceOf(make.refused, refusals)}</FormError>}
            <div className={pages['actions']}>
              {bound === null ? (
                <Button busy={make.busy} onClick={() => void makeNew()}>
                  {security.recovery.make}
                </Button>
              ) : (
                <LinkButton href="/security/recovery-codes">{words.seeCodes}</LinkButton>
              )}
              <Button kind="filled" onClick={onDone}>
                {words.done}
              </Button>
            </div>
          </div>
        )}
      </Card>
    </>
  )
}
