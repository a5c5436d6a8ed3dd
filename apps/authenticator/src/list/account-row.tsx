/** One account: its name, its code and the next, and what can be done with it. */
import { classes, Icon, Menu, Ring, useToast } from '@sallyport/ui'
import { codeOf, type Entry, nameOf, nextCodeOf, periodOf } from '@sallyport/vault'
import { useEffect, useMemo, useState } from 'react'
import { useView } from '../host/views-context.tsx'
import { useTexts } from '../text/use-texts.ts'
import { useContent, useVault } from '../vault/vault-context.tsx'
import { groupCode } from './group-code.ts'
import styles from './list.module.css'
import { Tile } from './tile.tsx'
import { useCopy } from './use-copy.ts'

/** The last seconds, in which a code that is typed now may come too late. */
const LAST_SECONDS = 5
/** How long a code stays shown that was hidden, and how long the button for a new one rests after a press. */
const SHOWN_MS = 30_000
const REST_MS = 3_000

export type RowPlace = { readonly first: boolean; readonly last: boolean }
export type RowDrag = { readonly start: () => void; readonly drop: () => void }

export function AccountRow({
  entry,
  now,
  isTwice,
  place,
  onMove,
  drag,
}: {
  readonly entry: Entry
  /** Whole seconds since 1970. */
  readonly now: number
  readonly isTwice: boolean
  readonly place: RowPlace
  readonly onMove?: (id: string, by: -1 | 1) => void
  readonly drag?: RowDrag
}) {
  const { list } = useTexts()
  const { hideCodes } = useContent().settings
  const name = nameOf(entry) || list.noName
  const codes = useCodes(entry, now)
  const [shown, show] = useShownFor(SHOWN_MS)
  const copy = useCopy()
  const hidden = hideCodes && !shown

  function tap(): void {
    if (hidden) show()
    else void copy(entry, codes.code)
  }

  return (
    <li
      className={styles['row']}
      aria-label={name}
      draggable={drag !== undefined}
      onDragStart={drag?.start}
      onDragOver={(event) => drag !== undefined && event.preventDefault()}
      onDrop={drag?.drop}
    >
      <button
        type="button"
        className={styles['cover']}
        aria-label={hidden ? list.reveal(name) : list.copyCode(name)}
        onClick={tap}
      />
      <Tile entry={entry} />
      <div className={styles['names']}>
        <span className={styles['issuer']}>
          {entry.issuer || entry.account || list.noName}
          {entry.pinned && <span className={styles['mark']}>{list.pinned}</span>}
        </span>
        {entry.issuer !== '' && entry.account !== '' && (
          <span className={styles['account']}>{entry.account}</span>
        )}
        {isTwice && <span className={styles['twice']}>{list.twice}</span>}
      </div>
      <div className={styles['codes']}>
        {hidden ? (
          <span className={styles['code']} aria-hidden="true">
            {groupCode(codes.code).replaceAll(/[^ ]/g, '•')}
          </span>
        ) : (
          <>
            <fieldset className={styles['code']} aria-label={list.code}>
              {groupCode(codes.code)}
            </fieldset>
            <div className={styles['next']}>
              {list.next}
              <fieldset aria-label={list.nextCode}>{groupCode(codes.next)}</fieldset>
            </div>
          </>
        )}
      </div>
      <div className={styles['time']}>
        {codes.secondsLeft === undefined ? (
          <NewCode entry={entry} name={name} />
        ) : (
          <>
            <Ring fractionLeft={codes.secondsLeft / (codes.period ?? 30)} size={26} />
            <span className={classes(styles['seconds'], codes.secondsLeft <= LAST_SECONDS && styles['late'])}>
              {list.secondsLeft(codes.secondsLeft)}
            </span>
          </>
        )}
      </div>
      <RowMenu entry={entry} name={name} place={place} onMove={onMove} />
    </li>
  )
}

/** Computed once a time step, however often the row is drawn. */
function useCodes(entry: Entry, now: number) {
  const period = periodOf(entry.code)
  const step = period === undefined ? 0 : Math.floor(now / period)
  const at = period === undefined ? 0 : step * period
  const codes = useMemo(() => ({ code: codeOf(entry, at).code, next: nextCodeOf(entry, at) }), [entry, at])
  return { ...codes, period, secondsLeft: period === undefined ? undefined : period - (now % period) }
}

/** Shown for a while after it was asked for, and no longer than the page is in view. */
function useShownFor(milliseconds: number): readonly [boolean, () => void] {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!shown) return
    const hide = (): void => setShown(false)
    const timer = setTimeout(hide, milliseconds)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [shown, milliseconds])
  return [shown, () => setShown(true)]
}

/** A counter goes on only by this; it rests after a press, and the press can be undone. */
function NewCode({ entry, name }: { readonly entry: Entry; readonly name: string }) {
  const { list } = useTexts()
  const { actions } = useVault()
  const toast = useToast()
  const [resting, rest] = useShownFor(REST_MS)
  async function goOn(): Promise<void> {
    if (resting) return
    rest()
    await actions.nextCounter(entry.id)
    toast({
      message: list.newCodeDone(name),
      onUndo: () => void actions.nextCounter(entry.id, -1n),
    })
  }
  return (
    <button
      type="button"
      className={styles['renew']}
      aria-label={list.newCode(name)}
      aria-disabled={resting || undefined}
      onClick={() => void goOn()}
    >
      <Icon name="renew" />
    </button>
  )
}

function RowMenu({
  entry,
  name,
  place,
  onMove,
}: {
  readonly entry: Entry
  readonly name: string
  readonly place: RowPlace
  readonly onMove: ((id: string, by: -1 | 1) => void) | undefined
}) {
  const { list } = useTexts()
  const { actions } = useVault()
  const { go } = useView()
  const toast = useToast()
  async function remove(): Promise<void> {
    await actions.remove([entry.id])
    toast({ message: list.removed(name), onUndo: () => void actions.restore([entry.id]) })
  }
  return (
    <div className={styles['menu']}>
      <Menu
        iconOnly
        label={list.more(name)}
        items={[
          { label: list.edit, onSelect: () => go({ name: 'entry', id: entry.id }) },
          {
            label: entry.pinned ? list.unpin : list.pin,
            onSelect: () => void actions.change(entry.id, { pinned: !entry.pinned }),
          },
          ...(onMove && !place.first ? [{ label: list.moveUp, onSelect: () => onMove(entry.id, -1) }] : []),
          ...(onMove && !place.last ? [{ label: list.moveDown, onSelect: () => onMove(entry.id, 1) }] : []),
          { label: list.remove, danger: true, onSelect: () => void remove() },
        ]}
      />
    </div>
  )
}
