/** What was removed: put back with one press, or deleted for ever after a question. */
import { Button, Dialog, EmptyState, RelativeTime } from '@sallyport/ui'
import { type Entry, nameOf } from '@sallyport/vault'
import { useState } from 'react'
import { useBackupTexts } from '../backup/use-backup-texts.ts'
import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './entry.module.css'
import { Tile } from './tile.tsx'

export function BinView() {
  const words = useBackupTexts().bin
  const { list } = useTexts()
  const { actions, content } = useOpenVault()
  const { home } = useView()
  const toast = useToast()
  const [asked, setAsked] = useState<readonly Entry[]>([])
  const removed = content.entries
    .filter((entry) => entry.removedAt !== undefined)
    .sort((one, other) => (other.removedAt ?? 0) - (one.removedAt ?? 0))
  const name = (entry: Entry): string => nameOf(entry) || list.noName
  const [first] = asked

  async function restore(entry: Entry): Promise<void> {
    await actions.restore([entry.id]).then(
      () => toast({ message: words.restored(name(entry)) }),
      () => toast({ message: list.failed }),
    )
  }

  async function erase(): Promise<void> {
    setAsked([])
    await actions.erase(asked.map((entry) => entry.id)).catch(() => toast({ message: list.failed }))
  }

  return (
    <Frame title={words.heading} onBack={home}>
      {removed.length === 0 ? (
        <div className={styles['rows']}>
          <EmptyState title={words.empty}>{words.emptyWhat}</EmptyState>
        </div>
      ) : (
        <>
          <p className={styles['soft']}>{words.lead}</p>
          <ul className={styles['rows']} aria-label={words.list}>
            {removed.map((entry) => (
              <li key={entry.id} className={styles['binRow']} aria-label={name(entry)}>
                <Tile entry={entry} />
                <div className={styles['binNames']}>
                  <strong>{entry.issuer || entry.account || list.noName}</strong>
                  {entry.issuer !== '' && entry.account !== '' && <span>{entry.account}</span>}
                  {entry.removedAt !== undefined && (
                    <span className={styles['soft']}>
                      {words.removed} <RelativeTime at={new Date(entry.removedAt).toISOString()} />
                    </span>
                  )}
                </div>
                <div className={styles['binActs']}>
                  <Button
                    size="small"
                    aria-label={words.restoreName(name(entry))}
                    onClick={() => void restore(entry)}
                  >
                    {words.restore}
                  </Button>
                  <Button
                    kind="danger"
                    size="small"
                    aria-label={words.eraseName(name(entry))}
                    onClick={() => setAsked([entry])}
                  >
                    {words.erase}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
          {removed.length > 1 && (
            <div className={styles['start']}>
              <Button kind="danger" onClick={() => setAsked(removed)}>
                {words.eraseAll}
              </Button>
            </div>
          )}
        </>
      )}
      <Dialog
        open={first !== undefined}
        onClose={() => setAsked([])}
        title={
          asked.length === 1 && first !== undefined
            ? words.eraseTitle(name(first))
            : words.eraseAllTitle(asked.length)
        }
        actions={
          <>
            <Button onClick={() => setAsked([])}>{words.cancel}</Button>
            <Button kind="danger" onClick={() => void erase()}>
              {words.erase}
            </Button>
          </>
        }
      >
        {words.eraseWhat}
      </Dialog>
    </Frame>
  )
}
