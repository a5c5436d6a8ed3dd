/** The list of accounts; of a long one only what is in view is in the document. */
import { classes } from '@sallyport/ui'
import type { Entry } from '@sallyport/vault'
import { type CSSProperties, lazy, Suspense, useRef, useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { useContent } from '../vault/vault-context.tsx'
import { AccountRow } from './account-row.tsx'
import styles from './list.module.css'
import { type Place, placeBeside, placeNow } from './place-of.ts'
import rowStyles from './row.module.css'
import type { MenuOf } from './row-menu.tsx'
import { useRowActs } from './use-row-acts.ts'
import { useRowDrag } from './use-row-drag.ts'
import { useRowWindow } from './use-row-window.ts'
import { WHOLE_UP_TO } from './window-of.ts'

const RowMenu = lazy(() => import('./row-menu.tsx').then((m) => ({ default: m.RowMenu })))

/** `shown` is what a search and a tag have left, in order; it can be moved where it is all, in the order by hand. */
export function AccountList({
  shown,
  twins,
  isMovable,
}: {
  readonly shown: readonly Entry[]
  readonly twins: ReadonlySet<string>
  readonly isMovable: boolean
}) {
  const { list } = useTexts()
  const { entries, settings } = useContent()
  const element = useRef<HTMLUListElement>(null)
  const [menuOf, setMenuOf] = useState<MenuOf>()
  const acts = useRowActs((entry, button) => setMenuOf({ entry, button, isOpen: true }))
  const { mark, drag } = useRowDrag(shown, entries, acts)
  const { from, to, before, after, rowHeight } = useRowWindow(element, shown.length)
  const isWhole = to - from === shown.length
  const asked = menuOf?.entry.id
  async function move(entry: Entry, to: Place): Promise<void> {
    await acts.move(entry, to, placeNow(entries, entry.id))
    // A browser takes focus away from what is put elsewhere in the document.
    requestAnimationFrame(() => {
      const button = element.current?.querySelector(`[data-id="${entry.id}"] [aria-haspopup]`)
      if (button instanceof HTMLElement) button.focus()
    })
  }

  const room: CSSProperties & Record<'--row-height', string> = {
    paddingTop: before,
    paddingBottom: after,
    '--row-height': `${rowHeight ?? 0}px`,
  }

  return (
    <>
      <ul
        ref={element}
        className={classes(styles['rows'], shown.length > WHOLE_UP_TO && rowStyles['compact'])}
        aria-label={list.accounts}
        tabIndex={-1}
        style={room}
      >
        {shown.slice(from, to).map((entry, index) => (
          <AccountRow
            key={entry.id}
            entry={entry}
            isTwin={twins.has(entry.id)}
            hides={settings.hideCodes}
            number={isWhole ? undefined : from + index + 1}
            of={isWhole ? undefined : shown.length}
            acts={acts}
            drag={isMovable ? drag : undefined}
            dropHalf={mark?.id === entry.id ? mark.half : undefined}
          />
        ))}
      </ul>
      {menuOf !== undefined && (
        <Suspense>
          <RowMenu
            of={menuOf}
            acts={acts}
            up={isMovable && asked !== undefined ? placeBeside(shown, asked, 'up') : undefined}
            down={isMovable && asked !== undefined ? placeBeside(shown, asked, 'down') : undefined}
            onMove={(entry, to) => void move(entry, to)}
            onClose={() => setMenuOf({ ...menuOf, isOpen: false })}
            whereGone={() => element.current}
          />
        </Suspense>
      )}
    </>
  )
}
