/** The device's clock beside that of the app's own server, and the correction that the user may agree to. */
import { Button, CardSection, Notice } from '@sallyport/ui'
import { useClock } from '../clock/clock-context.tsx'
import { AGREES_WITHIN_MS, FAR_MS, MOST_CORRECTED_MS } from '../clock/offset-of.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './settings.module.css'
import { useSettingsTexts } from './use-settings-texts.ts'

export function ClockSection() {
  const words = useSettingsTexts()
  const { offsetMs } = useClock()
  const { content, actions } = useOpenVault()
  const { clockOffsetMs } = content.settings
  const agrees = offsetMs === undefined || Math.abs(offsetMs - clockOffsetMs) < AGREES_WITHIN_MS
  const far = Math.abs(offsetMs ?? 0)
  const canCorrect = offsetMs !== undefined && !agrees && far <= MOST_CORRECTED_MS
  return (
    <CardSection title={words.clock}>
      <div className={styles['fields']}>
        <p>{offsetMs === undefined ? words.clockUnknown : said(offsetMs)}</p>
        {clockOffsetMs !== 0 && <p>{words.clockCorrected(Math.round(clockOffsetMs / 1000))}</p>}
        {!agrees && far > FAR_MS && (
          <Notice tone="warn">{far > MOST_CORRECTED_MS ? words.clockTooFar : words.clockFar}</Notice>
        )}
        {(canCorrect || clockOffsetMs !== 0) && (
          <div className={styles['acts']}>
            {canCorrect && (
              <Button size="small" onClick={() => void actions.changeSettings({ clockOffsetMs: offsetMs })}>
                {words.correct}
              </Button>
            )}
            {clockOffsetMs !== 0 && (
              <Button size="small" onClick={() => void actions.changeSettings({ clockOffsetMs: 0 })}>
                {words.uncorrect}
              </Button>
            )}
          </div>
        )}
      </div>
    </CardSection>
  )

  function said(offset: number): string {
    if (Math.abs(offset) < AGREES_WITHIN_MS) return words.clockFine
    const seconds = -Math.round(offset / 1000)
    return agrees ? words.clockIs(seconds) : words.clockOff(seconds)
  }
}
