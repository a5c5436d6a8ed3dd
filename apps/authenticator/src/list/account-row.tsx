/** One account: its name, its code and the next, and what can be done with it. */
import { classes, Icon } from '@sallyport/ui'
import { type CodeKind, type Entry, nameOf } from '@sallyport/vault'
import { memo, type ReactNode, useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { AccountCodes } from './account-codes.tsx'
import { AccountTime } from './account-time.tsx'
import styles from './row.module.css'
import { useIsBefore, useTicker } from './ticker-context.tsx'
import { Tile } from './tile.tsx'
import type { RowActs } from './use-row-acts.ts'
import type { RowDrag } from './use-row-drag.ts'

/** How long a code stays shown that was hidden: long enough for two in a row. */
const SHOWN_SECONDS = 60

/** Drawn again only where something of this account has changed. */
export const AccountRow = memo(function AccountRow({
  entry,
  isTwin,
  hides,
  number,
  of,
  acts,
  drag,
  dropHalf,
}: {
  readonly entry: Entry
  readonly isTwin: boolean
  /** Codes are shown only after a tap. */
  readonly hides: boolean
  /** The place in the whole list from 1, where not all of it is in the document. */
  readonly number: number | undefined
  readonly of: number | undefined
  readonly acts: RowActs
  readonly drag: RowDrag | undefined
  /** Where a dragged account would go, seen from this one. */
  readonly dropHalf: 'upper' | 'lower' | undefined
}) {
  const { list } = useTexts()
  const ticker = useTicker()
  const name = nameOf(entry) || list.noName
  const [shownUntil, setShownUntil] = useState(0)
  const isShown = useIsBefore(shownUntil)
  const isHidden = hides && !isShown

  function tap(): void {
    if (isHidden) setShownUntil(ticker.seconds() + SHOWN_SECONDS)
    else acts.copy(entry)
  }

  return (
    <li
      className={classes(
        styles['row'],
        isLong(entry.code) && styles['long'],
        dropHalf !== undefined && styles[dropHalf],
      )}
      aria-label={name}
      aria-posinset={number}
      aria-setsize={of}
      data-id={entry.id}
      draggable={drag !== undefined}
      onDragStart={drag?.onStart}
      onDragOver={drag?.onOver}
      onDrop={drag?.onDrop}
      onDragEnd={drag?.onEnd}
    >
      <button
        type="button"
        className={styles['cover']}
        aria-label={isHidden ? list.reveal(name) : list.copyCode(name)}
        onClick={tap}
      />
      <Tile entry={entry} />
      <div className={styles['names']} title={name}>
        <span className={styles['issuer']}>{entry.issuer || entry.account || list.noName}</span>
        {entry.issuer !== '' && entry.account !== '' && (
          <span className={styles['account']}>{breakable(entry.account)}</span>
        )}
        {(entry.pinned || isTwin) && (
          <span className={styles['marks']}>
            {entry.pinned && <span className={styles['pinned']}>{list.pinned}</span>}
            {isTwin && <span className={styles['twin']}>{list.twice}</span>}
          </span>
        )}
      </div>
      <AccountCodes entry={entry} isHidden={isHidden} />
      <AccountTime entry={entry} name={name} onGoOn={acts.goOn} />
      <button
        type="button"
        className={styles['more']}
        aria-label={list.more(name)}
        aria-haspopup="menu"
        onClick={(event) => acts.more(entry, event.currentTarget)}
      >
        <Icon name="more" />
      </button>
    </li>
  )
})

/** An address is parted before its `@`, and anywhere else only where that is not enough. */
function breakable(account: string): ReactNode {
  const at = account.lastIndexOf('@')
  return at < 1 ? (
    account
  ) : (
    <>
      {account.slice(0, at)}
      <wbr />
      {account.slice(at)}
    </>
  )
}

/** Codes of more than seven characters. */
function isLong(code: CodeKind): boolean {
  return code.kind === 'yandex' || ((code.kind === 'totp' || code.kind === 'hotp') && code.digits > 7)
}
