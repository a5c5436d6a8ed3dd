/** How long a code is still good for: a ring that runs down, and the seconds in it. */
import { classes, Icon, Ring } from '@sallyport/ui'
import { type Entry, periodOf } from '@sallyport/vault'
import { useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import styles from './row.module.css'
import { useIsBefore, useSecondsLeft, useTicker } from './ticker-context.tsx'

/** In the last seconds a code that is typed now may come too late: the number is then drawn heavier and underlined. */
const LAST_SECONDS = 5
/** How long the button for a new code rests after a press, so that a second tap skips no code. */
const REST_SECONDS = 3

export function AccountTime({
  entry,
  name,
  onGoOn,
}: {
  readonly entry: Entry
  readonly name: string
  /** For codes that a counter makes. */
  readonly onGoOn: (entry: Entry) => void
}) {
  const period = periodOf(entry.code)
  return (
    <div className={styles['time']}>
      {period === undefined ? (
        <NewCode name={name} onPress={() => onGoOn(entry)} />
      ) : (
        <Countdown periodSeconds={period} />
      )}
    </div>
  )
}

/** Never announced: it is there for whoever looks. */
function Countdown({ periodSeconds }: { readonly periodSeconds: number }) {
  const { list } = useTexts()
  const left = useSecondsLeft(periodSeconds)
  return (
    <>
      <Ring fractionLeft={left / periodSeconds} size={22} />
      <span className={classes(styles['seconds'], left <= LAST_SECONDS && styles['late'])}>
        {list.secondsLeft(left)}
      </span>
    </>
  )
}

function NewCode({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const { list } = useTexts()
  const ticker = useTicker()
  const [restsUntil, setRestsUntil] = useState(0)
  const rests = useIsBefore(restsUntil)
  function press(): void {
    if (rests) return
    setRestsUntil(ticker.seconds() + REST_SECONDS)
    onPress()
  }
  return (
    <button
      type="button"
      className={styles['renew']}
      aria-label={list.newCode(name)}
      aria-disabled={rests || undefined}
      onClick={press}
    >
      <Icon name="renew" />
    </button>
  )
}
