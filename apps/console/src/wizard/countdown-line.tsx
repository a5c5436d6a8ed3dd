/** The ring and the words that say when the next code comes. */
import { Ring, useNow, VisuallyHidden } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.tsx'
import { adviceAt, tickAt } from './countdown.ts'
import type { PendingDevice } from './use-pending-device.ts'
import styles from './wizard.module.css'

/** A screen reader is told once that the next code is there, not each second. */
export function CountdownLine({
  device,
  firstAt,
  secondFull,
}: {
  readonly device: PendingDevice
  readonly firstAt: number | null
  readonly secondFull: boolean
}) {
  const { wizard } = useTexts()
  const words = wizard.device
  const now = useNow(500)
  const { step, secondsLeft, fractionLeft } = tickAt(now + device.aheadMilliseconds, device.periodSeconds)
  const advice = adviceAt(step, firstAt, secondFull)
  const said = {
    first: words.nextFirst(secondsLeft),
    wait: words.nextWait(secondsLeft),
    now: words.nextThere(secondsLeft),
    late: words.nextLate,
    full: words.full,
  }[advice]
  return (
    <div className={styles['countdown']}>
      <Ring fractionLeft={fractionLeft} />
      <span>{said}</span>
      <VisuallyHidden>
        <span role="status">
          {advice === 'now' ? words.readySaid : advice === 'late' ? words.nextLate : ''}
        </span>
      </VisuallyHidden>
    </div>
  )
}
