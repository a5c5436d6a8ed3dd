/** The two doors of the account as they are, with what that means. */
import { Card, Doors } from '@sallyport/ui'
import { useTexts } from '../text/use-texts.tsx'
import { fewCodes, type Overview } from './overview.ts'
import styles from './security.module.css'

/** Amber while there is one door, or when the recovery codes run out. */
export function StateCard({ overview }: { readonly overview: Overview | undefined }) {
  const { security } = useTexts()
  const words = security.overview
  if (overview === undefined)
    return (
      <Card>
        <div className={styles['state']} aria-hidden="true">
          <span className={styles['stateDrawing']} />
          <div>
            <span className={styles['awaitTitle']} />
            <span className={styles['awaitBody']} />
          </div>
        </div>
      </Card>
    )
  const two = overview.virtualMfa.devices.length > 0
  const { allowed, left } = overview.recoveryCodes
  const low = two && allowed && left <= fewCodes
  return (
    <Card tone={two && !low ? undefined : 'warn'}>
      <div className={styles['state']}>
        <Doors second={two ? 'set' : 'none'} />
        <div>
          <h2>{two ? words.twoTitle : words.oneTitle}</h2>
          <p>
            {two ? words.twoBody : words.oneBody}
            {low && ` ${left === 0 ? words.noCodes : words.fewCodes(left)}`}
          </p>
        </div>
      </div>
    </Card>
  )
}
