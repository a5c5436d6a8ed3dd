/** The wizard's end: what is on now, and the recovery codes. */
import { Button, Card, Doors, Heading, LinkButton, Skeleton } from '@sallyport/ui'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { RecoveryCodes } from '../security/recovery-codes.tsx'
import { useTexts } from '../text/use-texts.tsx'
import styles from './wizard.module.css'

/** What binding gave; the codes are empty where the principal had codes already. */
export type Bound = {
  readonly deviceName: string
  readonly recoveryCodes: readonly string[]
  readonly recoveryCodesLeft: number
}

/** `bound` is null after a reload: the codes were shown once. */
export function DoneStep({ bound, onDone }: { readonly bound: Bound | null; readonly onDone: () => void }) {
  const { wizard } = useTexts()
  const words = wizard.done
  const overview = useAsk('GET /api/security')
  const left = bound?.recoveryCodesLeft ?? overview.data?.recoveryCodes.left
  return (
    <>
      <div className={styles['on']}>
        <Doors second="set" />
        <PageHead title={words.title}>
          {bound === null ? words.leadAgain : words.lead(bound.deviceName)}
        </PageHead>
      </div>
      <Card padded>
        {bound !== null && bound.recoveryCodes.length > 0 ? (
          <div className={pages['form']}>
            <div className={pages['lead']}>
              <Heading level={2}>{words.codes}</Heading>
              <p>{words.codesBody}</p>
            </div>
            <RecoveryCodes
              codes={bound.recoveryCodes}
              account={overview.data?.signInName ?? ''}
              onDone={onDone}
            />
          </div>
        ) : (
          <div className={pages['form']}>
            {left === undefined ? (
              <Skeleton lines={1} />
            ) : (
              <p>{bound === null ? words.gone(left) : left === 0 ? words.noneLeft : words.left(left)}</p>
            )}
            <div className={pages['actions']}>
              <LinkButton href="/security/recovery-codes">{words.seeCodes}</LinkButton>
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
