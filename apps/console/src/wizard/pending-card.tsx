/** The pending device with its form, until its codes are right or its time is over. */
import { Card } from '@sallyport/ui'
import { useState } from 'react'
import { BindForm } from './bind-form.tsx'
import type { Bound } from './done-step.tsx'
import { type BindingEnd, EndedBinding } from './ended-binding.tsx'
import { KeyPanel } from './key-panel.tsx'
import { useExpired } from './use-expired.ts'
import type { PendingDevice } from './use-pending-device.ts'
import styles from './wizard.module.css'

/** A key that takes no more codes is not shown any more, so that nobody scans it. */
export function PendingCard({
  device,
  onBound,
  onCancel,
  onAgain,
  onVerificationOver,
}: {
  readonly device: PendingDevice
  readonly onBound: (bound: Bound) => void
  readonly onCancel: (() => void) | undefined
  readonly onAgain: () => void
  readonly onVerificationOver: () => void
}) {
  const expired = useExpired(device)
  const [over, setOver] = useState<BindingEnd | null>(null)
  if (expired || over !== null)
    return (
      <Card padded>
        <EndedBinding end={over ?? 'expired'} onAgain={onAgain} onCancel={onCancel} />
      </Card>
    )
  return (
    <Card>
      <div className={styles['two']}>
        <KeyPanel device={device} />
        <BindForm
          device={device}
          onBound={onBound}
          onCancel={onCancel}
          onOver={setOver}
          onVerificationOver={onVerificationOver}
        />
      </div>
    </Card>
  )
}
