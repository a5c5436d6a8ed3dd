/** The wizard's second step: the key as QR code and by hand, and the two consecutive codes that bind the device. */
import { Button, LinkButton, Notice } from '@sallyport/ui'
import { useEffect } from 'react'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { forgetBegun } from './begun-mark.ts'
import type { Bound } from './done-step.tsx'
import { PendingCard } from './pending-card.tsx'
import { usePendingDevice } from './use-pending-device.ts'
import styles from './wizard.module.css'

/** Each visit begins a device anew, which replaces the one that was pending. */
export function DeviceStep({
  focus,
  onBound,
  onCancel,
  onVerificationOver,
}: {
  /** The step before was in view and had the focus. */
  readonly focus: boolean
  readonly onBound: (bound: Bound) => void
  /** Absent where there is nothing to go back to. */
  readonly onCancel: (() => void) | undefined
  readonly onVerificationOver: () => void
}) {
  const { wizard, refusals } = useTexts()
  const words = wizard.device
  const { device, refused, again, begin } = usePendingDevice()
  const unverified = refused?.code === 'verification_needed'
  useEffect(() => {
    if (unverified) onVerificationOver()
  }, [unverified, onVerificationOver])
  function bound(next: Bound) {
    forgetBegun()
    onBound(next)
  }
  const cancel =
    onCancel === undefined
      ? undefined
      : () => {
          forgetBegun()
          onCancel()
        }

  return (
    <>
      <PageHead title={words.title} focus={focus} />
      {refused !== null && !unverified ? (
        refused.code === 'device_limit' ? (
          <Notice
            tone="warn"
            title={words.limitTitle}
            action={
              <LinkButton size="small" href="/security/devices">
                {words.toDevices}
              </LinkButton>
            }
          >
            {refusals.device_limit as string}
          </Notice>
        ) : (
          <AskFault refused={refused} onAgain={() => void begin()} />
        )
      ) : device === null ? (
        <div className={styles['await']} aria-hidden="true" />
      ) : (
        <>
          {again && (
            <Notice tone="warn" title={words.newKeyTitle}>
              {words.newKeyBody}
            </Notice>
          )}
          <PendingCard
            key={device.bindingId}
            device={device}
            onBound={bound}
            onCancel={cancel}
            onAgain={() => void begin()}
            onVerificationOver={onVerificationOver}
          />
        </>
      )}
      {refused === null ? (
        <p className={styles['trace']}>{words.trace}</p>
      ) : (
        cancel !== undefined && (
          <div>
            <Button onClick={cancel}>{words.cancel}</Button>
          </div>
        )
      )}
    </>
  )
}
