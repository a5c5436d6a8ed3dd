/** Says what ending access does, and does it. */
import { Button, Card, FormError } from '@sallyport/ui'
import { useState } from 'react'
import pages from '../app/pages.module.css'
import { sentenceOf } from '../text/sentence-of.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { Refused } from '../wire/call.ts'
import styles from './not-me.module.css'

/** `onEnd` answers what was refused, or null when the page goes on. */
export function EndAccessCard({ onEnd }: { readonly onEnd: () => Promise<Refused | null> }) {
  const { notMe: words, refusals } = useTexts()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)

  async function end(): Promise<void> {
    setBusy(true)
    setRefused(null)
    const no = await onEnd()
    if (no === null) return
    setBusy(false)
    setRefused(no)
  }

  return (
    <Card padded>
      <div className={pages['form']}>
        <div>
          <h2 className={styles['heading']}>{words.happens}</h2>
          <ul className={styles['effects']}>
            {words.effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
            <li>{words.oldNeeded}</li>
          </ul>
        </div>
        {refused !== null && <FormError>{sentenceOf(refused, refusals)}</FormError>}
        <div className={pages['actions']}>
          <Button kind="danger" busy={busy} onClick={() => void end()}>
            {words.submit}
          </Button>
        </div>
      </div>
    </Card>
  )
}
