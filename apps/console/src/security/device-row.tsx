/** One virtual MFA device: when it was bound and used, how its clock runs, and what can be done with it. */
import { Button, RelativeTime, SettingRow } from '@sallyport/ui'
import { useState } from 'react'
import { Day } from '../app/day.tsx'
import { Worded } from '../app/worded.tsx'
import { useTexts } from '../text/use-texts.tsx'
import type { Device } from './overview.ts'
import { RemoveDevice } from './remove-device.tsx'
import { RenameDevice } from './rename-device.tsx'
import styles from './security.module.css'

/** A group named by the device. */
export function DeviceRow({
  device,
  last,
  onRenamed,
  onRemoved,
}: {
  readonly device: Device
  /** Without it the password alone would open the account. */
  readonly last: boolean
  readonly onRenamed: () => void
  readonly onRemoved: () => void
}) {
  const { security } = useTexts()
  const words = security.devices
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null)
  const seconds = device.clockOffsetSeconds
  return (
    <>
      <SettingRow
        title={device.name}
        description={
          <>
            <Worded text={words.bound} values={{ date: <Day at={device.boundAt} /> }} />
            {words.comma}
            {device.lastUsedAt === null ? (
              words.unused
            ) : (
              <Worded text={words.used} values={{ time: <RelativeTime at={device.lastUsedAt} /> }} />
            )}
            {words.comma}
            {seconds === 0
              ? words.clockRight
              : seconds > 0
                ? words.clockAhead(seconds)
                : words.clockBehind(-seconds)}
          </>
        }
        action={
          <span className={styles['buttons']}>
            <Button size="small" onClick={() => setAsking('rename')}>
              {words.rename}
            </Button>
            <Button size="small" kind="danger" onClick={() => setAsking('remove')}>
              {words.remove}
            </Button>
          </span>
        }
      />
      <RenameDevice
        device={device}
        open={asking === 'rename'}
        onClose={() => setAsking(null)}
        onDone={onRenamed}
      />
      <RemoveDevice
        device={device}
        last={last}
        open={asking === 'remove'}
        onClose={() => setAsking(null)}
        onDone={onRemoved}
      />
    </>
  )
}
