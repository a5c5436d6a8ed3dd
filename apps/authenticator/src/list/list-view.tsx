/** The accounts and their codes: what the app is open for. */
import { Button, EmptyState, Menu, Notice } from '@sallyport/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { BackupBar } from '../backup/backup-bar.tsx'
import { StatusLine } from '../backup/status-line.tsx'
import { ClockBar } from '../clock/clock-bar.tsx'
import { Frame } from '../host/frame.tsx'
import { useView } from '../host/views-context.tsx'
import { useTexts } from '../text/use-texts.ts'
import { useContent, useVault } from '../vault/vault-context.tsx'
import { arrange, tagsOf, twiceKept } from './arrange.ts'
import styles from './list.module.css'
import { Rows } from './rows.tsx'

/** Below this many a search field is only in the way. */
const SEARCH_FROM = 2

export function ListView() {
  const { vault, list } = useTexts()
  const { keeper } = useVault()
  const { entries, settings } = useContent()
  const { go } = useView()
  const [search, setSearch] = useState('')
  const [tag, setTag] = useState<string>()
  const sought = useDeferredValue(search)
  const tags = useMemo(() => tagsOf(entries), [entries])
  const chosen = tag !== undefined && tags.includes(tag) ? tag : undefined
  const shown = useMemo(
    () => arrange(entries, { search: sought, tag: chosen, order: settings.order }),
    [entries, sought, chosen, settings.order],
  )
  const twice = useMemo(() => twiceKept(entries), [entries])
  const count = entries.filter((entry) => entry.removedAt === undefined).length
  const inBin = entries.length - count

  return (
    <Frame
      actions={
        <>
          <Button size="small" onClick={() => keeper.lock()}>
            {vault.lock}
          </Button>
          <Menu
            label={vault.menu}
            items={[
              { label: vault.settings, onSelect: () => go({ name: 'settings' }) },
              { label: vault.exportAccounts, onSelect: () => go({ name: 'export' }) },
              ...(inBin > 0 ? [{ label: vault.bin, onSelect: () => go({ name: 'bin' }) }] : []),
            ]}
          />
        </>
      }
      foot={
        <>
          <Button kind="filled" onClick={() => go({ name: 'scan' })}>
            {list.scan}
          </Button>
          <Button onClick={() => go({ name: 'by_hand' })}>{list.byHand}</Button>
          <Button onClick={() => go({ name: 'import' })}>{list.import}</Button>
        </>
      }
    >
      <BackupBar />
      <ClockBar />
      {count >= SEARCH_FROM && (
        <input
          className={styles['search']}
          type="search"
          aria-label={list.search}
          placeholder={list.searchCount(count)}
          value={search}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {tags.length > 0 && <TagChoice tags={tags} chosen={chosen} onChoose={setTag} />}
      {count === 0 ? (
        <EmptyState title={list.empty.title}>{list.empty.body}</EmptyState>
      ) : shown.length === 0 ? (
        <Notice>{list.nothingFound(search)}</Notice>
      ) : (
        <Rows entries={shown} twice={twice} movable={settings.order === 'by_hand' && sought === ''} />
      )}
      <StatusLine />
    </Frame>
  )
}

function TagChoice({
  tags,
  chosen,
  onChoose,
}: {
  readonly tags: readonly string[]
  readonly chosen: string | undefined
  readonly onChoose: (tag: string | undefined) => void
}) {
  const { list } = useTexts()
  return (
    <fieldset className={styles['tags']} aria-label={list.tags}>
      {[undefined, ...tags].map((tag) => (
        <button
          key={tag ?? ''}
          type="button"
          className={styles['tag']}
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag)}
        >
          {tag ?? list.allTags}
        </button>
      ))}
    </fieldset>
  )
}
