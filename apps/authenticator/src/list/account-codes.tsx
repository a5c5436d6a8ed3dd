/** The code of an account and the one after it, computed once a time step and drawn then alone. */
import { codeOf, type Entry, nextCodeOf, periodOf } from '@sallyport/vault'
import { useMemo } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { groupCode } from './group-code.ts'
import styles from './row.module.css'
import { useTimeStep } from './ticker-context.tsx'

/** Hidden, it keeps its room, and nothing of the code is in the document. */
export function AccountCodes({ entry, isHidden }: { readonly entry: Entry; readonly isHidden: boolean }) {
  const { list } = useTexts()
  const period = periodOf(entry.code)
  const step = useTimeStep(period)
  const { secret, code } = entry
  const { now, next } = useMemo(() => {
    const at = step * (period ?? 0)
    const coded = { secret, code }
    return { now: codeOf(coded, at), next: nextCodeOf(coded, at) }
  }, [secret, code, step, period])
  if (isHidden)
    return (
      <div className={styles['codes']} aria-hidden="true">
        <span className={styles['code']}>{dots(now)}</span>
        <span className={styles['next']}>
          {list.next} <span className={styles['nextCode']}>{dots(next)}</span>
        </span>
      </div>
    )
  return (
    <div className={styles['codes']}>
      <span className={styles['code']} {...groupOf(list.code)}>
        {groupCode(now)}
      </span>
      <span className={styles['next']}>
        <span aria-hidden="true">{list.next}</span>{' '}
        <span className={styles['nextCode']} {...groupOf(list.nextCode)}>
          {groupCode(next)}
        </span>
      </span>
    </div>
  )
}

/** A name that finds the code and nothing else; a fieldset would stand for fields. */
function groupOf(name: string) {
  return { role: 'group', 'aria-label': name }
}

function dots(code: string): string {
  return groupCode(code).replaceAll(/[^ ]/gu, '•')
}
