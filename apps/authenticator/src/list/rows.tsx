/** The list of accounts; of a long one only what is in view is drawn. */
import type { Entry } from '@sallyport/vault'
import { useRef, useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { useVault } from '../vault/vault-context.tsx'
import { AccountRow } from './account-row.tsx'
import styles from './list.module.css'
import { useRowWindow } from './use-row-window.ts'
import { useTicking } from './use-ticking.ts'

export function Rows({
  entries,
  twice,
  movable,
}: {
  readonly entries: readonly Entry[]
  readonly twice: ReadonlySet<string>
  readonly movable: boolean
}) {
  const { list } = useTexts()
  const { actions } = useVault()
  const now = useTicking()
  const element = useRef<HTMLUListElement>(null)
  const shown = useRowWindow(element, entries.length)
  const [dragged, setDragged] = useState<string>()

  function move(id: string, by: -1 | 1): void {
    const at = entries.findIndex((entry) => entry.id === id)
    const before = entries[by === -1 ? at - 1 : at + 2]?.id
    void actions.moveBefore(id, before)
  }

  return (
    <ul ref={element} className={styles['rows']} aria-label={list.accounts}>
      {shown.before > 0 && (
        <li className={styles['gap']} style={{ height: shown.before }} aria-hidden="true" />
      )}
      {entries.slice(shown.from, shown.to).map((entry, index) => (
        <AccountRow
          key={entry.id}
          entry={entry}
          now={now}
          isTwice={twice.has(entry.id)}
          place={{ first: shown.from + index === 0, last: shown.from + index === entries.length - 1 }}
          {...(movable
            ? {
                onMove: move,
                drag: {
                  start: () => setDragged(entry.id),
                  drop: () => {
                    if (dragged !== undefined) void actions.moveBefore(dragged, entry.id)
                    setDragged(undefined)
                  },
                },
              }
            : {})}
        />
      ))}
      {shown.after > 0 && <li className={styles['gap']} style={{ height: shown.after }} aria-hidden="true" />}
    </ul>
  )
}
