/** The accounts and their codes: what the app is open for. */
import { Button, EmptyState, Heading } from '@sallyport/ui'
import { useMemo, useState } from 'react'
import { BackupBar } from '../backup/backup-bar.tsx'
import { StatusLine } from '../backup/status-line.tsx'
import { useBackup } from '../backup/use-backup.ts'
import { ClockBar } from '../clock/clock-bar.tsx'
import { Frame } from '../host/frame.tsx'
import { MenuButton } from '../host/menu-button.tsx'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import { AccountList } from './account-list.tsx'
import { findTwins } from './find-twins.ts'
import { keepOrder } from './keep-order.ts'
import styles from './list.module.css'
import { prepareSearch, searchEntries, tagsOf } from './search-entries.ts'
import { TagChoice } from './tag-choice.tsx'
import { TickerProvider } from './ticker-context.tsx'

export function ListView() {
  const { list } = useTexts()
  const { entries, settings } = useOpenVault().content
  const [search, setSearch] = useState('')
  const [tag, setTag] = useState<string>()
  const [kept, setKept] = useState(() => keepOrder(undefined, entries, settings.order))
  const ordered = keepOrder(kept, entries, settings.order)
  if (ordered !== kept) setKept(ordered)
  const tags = useMemo(() => tagsOf(entries), [entries])
  const twins = useMemo(() => findTwins(entries), [entries])
  const chosen = tag !== undefined && tags.includes(tag) ? tag : undefined
  const shown = useMemo(
    () => searchEntries(ordered.entries, search, chosen),
    [ordered.entries, search, chosen],
  )
  const count = ordered.entries.length
  const isNarrowed = search.trim() !== '' || chosen !== undefined

  return (
    <Frame actions={<ListActions hasBin={entries.length > count} />} foot={<AddBar />}>
      <div className={styles['hidden']}>
        <Heading focus>{list.accounts}</Heading>
      </div>
      <BackupBar />
      <ClockBar />
      {count > 1 && (
        <input
          className={styles['search']}
          type="search"
          aria-label={list.search}
          placeholder={list.searchCount(count)}
          value={search}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          onFocus={() => prepareSearch(ordered.entries)}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {tags.length > 0 && <TagChoice tags={tags} chosen={chosen} onChoose={setTag} />}
      <p className={styles['hidden']} role="status">
        {isNarrowed && count > 1 && list.found(shown.length)}
      </p>
      {count === 0 ? (
        <div className={styles['rows']}>
          <EmptyState title={list.empty.title}>{list.empty.body}</EmptyState>
        </div>
      ) : shown.length === 0 ? (
        <div className={styles['rows']}>
          <EmptyState
            title={list.nothingFound(search.trim())}
            action={
              <Button
                onClick={() => {
                  setSearch('')
                  setTag(undefined)
                }}
              >
                {list.showAll}
              </Button>
            }
          />
        </div>
      ) : (
        <TickerProvider>
          <AccountList
            shown={shown}
            twins={twins}
            isMovable={settings.order === 'by_hand' && !isNarrowed && count > 1}
          />
        </TickerProvider>
      )}
      {count > 0 && <StatusLine />}
    </Frame>
  )
}

/** The ways to add an account are always in view, at the thumb. */
function AddBar() {
  const { list } = useTexts()
  const { go } = useView()
  return (
    <div className={styles['add']}>
      <Button kind="filled" onClick={() => go({ name: 'scan' })}>
        {list.scan}
      </Button>
      <Button onClick={() => go({ name: 'by_hand' })}>{list.byHand}</Button>
      <Button onClick={() => go({ name: 'import' })}>{list.import}</Button>
    </div>
  )
}

function ListActions({ hasBin }: { readonly hasBin: boolean }) {
  const { vault } = useTexts()
  const { keeper } = useOpenVault()
  const { go } = useView()
  const backUp = useBackup()
  return (
    <>
      <Button size="small" onClick={() => void keeper.lock()}>
        {vault.lock}
      </Button>
      <MenuButton
        label={vault.menu}
        items={[
          { label: vault.backUp, onSelect: () => void backUp() },
          { label: vault.exportAccounts, onSelect: () => go({ name: 'export' }) },
          ...(hasBin ? [{ label: vault.bin, onSelect: () => go({ name: 'bin' }) }] : []),
          { label: vault.settings, onSelect: () => go({ name: 'settings' }) },
        ]}
      />
    </>
  )
}
