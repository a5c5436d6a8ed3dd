/** The button that sends another code, once it may. */
import { Button, readClock } from '@sallyport/ui'
import { type ReactNode, useState } from 'react'
import styles from '../app/pages.module.css'
import { useWait } from '../sign-in/use-wait.ts'
import { useTexts } from '../text/use-texts.tsx'

/** `seconds` from its first drawing on; give it another `key` to begin anew. Further ways stand beside it. */
export function SendAgain({
  seconds,
  busy,
  onSend,
  children,
}: {
  readonly seconds: number
  readonly busy: boolean
  readonly onSend: () => void
  readonly children?: ReactNode
}) {
  const { security } = useTexts()
  const [until] = useState(() => readClock() + seconds * 1000)
  const { secondsLeft } = useWait(until)
  return (
    <div>
      <div className={styles['links']}>
        <Button kind="text" size="small" busy={busy} disabled={secondsLeft > 0} onClick={onSend}>
          {security.proof.sendAgain}
        </Button>
        {children}
      </div>
      {/* Its line stays when the wait is over, so that the buttons below do not move. */}
      <p className={styles['soft']}>{secondsLeft > 0 ? security.proof.sendAgainIn(secondsLeft) : '\u00a0'}</p>
    </div>
  )
}
