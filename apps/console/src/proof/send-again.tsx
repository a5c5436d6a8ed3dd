/** The button that sends another code, once it may. */
import { Button, readClock } from '@sallyport/ui'
import { useState } from 'react'
import styles from '../app/pages.module.css'
import { useWait } from '../sign-in/use-wait.ts'
import { useTexts } from '../text/use-texts.tsx'

/** `seconds` from its first drawing on; give it another `key` to begin anew. */
export function SendAgain({
  seconds,
  busy,
  onSend,
}: {
  readonly seconds: number
  readonly busy: boolean
  readonly onSend: () => void
}) {
  const { security } = useTexts()
  const [until] = useState(() => readClock() + seconds * 1000)
  const { secondsLeft } = useWait(until)
  return (
    <div className={styles['links']}>
      <Button kind="text" size="small" busy={busy} disabled={secondsLeft > 0} onClick={onSend}>
        {security.proof.sendAgain}
      </Button>
      {secondsLeft > 0 && <span className={styles['soft']}>{security.proof.sendAgainIn(secondsLeft)}</span>}
    </div>
  )
}
