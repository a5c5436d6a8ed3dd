/** **Confirm it is you** before a page's fields, where what they change needs proof. */
import { Card, Heading, Skeleton } from '@sallyport/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { focusWhereLost } from '../app/focus-where-lost.ts'
import styles from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Purpose } from './confirm-context.ts'
import { ProofForm } from './proof-form.tsx'

/** Once through, the fields stay: a proof that runs out meanwhile is asked for again by the act itself. */
export function ConfirmGate({
  purpose,
  onCancel,
  children,
}: {
  readonly purpose: Purpose
  readonly onCancel: () => void
  readonly children: ReactNode
}) {
  const { security } = useTexts()
  const [through, setThrough] = useState(false)
  const status = useAsk('GET /api/verification/:purpose', { params: { purpose }, enabled: !through })
  const asked = !through && status.data?.needed === true
  if (!through && status.data?.needed === false) setThrough(true)
  // When the proof is given, before a field of the page may take the focus for itself.
  useEffect(() => (asked ? focusWhereLost : undefined), [asked])
  if (through) return <div className={styles['column']}>{children}</div>
  if (status.data === undefined)
    return status.error === null ? (
      <div className={styles['column']}>
        <Skeleton height={300} />
      </div>
    ) : (
      <AskFault refused={status.error} onAgain={() => void status.refetch()} />
    )
  return (
    <div className={styles['column']}>
      <Card padded>
        <div className={styles['form']}>
          <div className={styles['lead']}>
            <Heading level={2}>{security.proof.title}</Heading>
            <p>{security.proof.body}</p>
          </div>
          <ProofForm
            purpose={purpose}
            submitLabel={security.proof.confirm}
            onProven={() => setThrough(true)}
            onCancel={onCancel}
          />
        </div>
      </Card>
    </div>
  )
}
