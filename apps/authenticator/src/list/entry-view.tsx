/** One account: its names, how its codes are made, its QR code for another device, and the way to the bin. */
import { Button, RelativeTime } from '@sallyport/ui'
import { type Entry, nameOf } from '@sallyport/vault'
import { factsOf } from '../backup/facts-of.ts'
import { useBackupTexts } from '../backup/use-backup-texts.ts'
import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './entry.module.css'
import { EntryForm } from './entry-form.tsx'
import { EntrySecret } from './entry-secret.tsx'

export function EntryView({ id }: { readonly id: string }) {
  const words = useBackupTexts().entry
  const { list } = useTexts()
  const { actions, content } = useOpenVault()
  const { home } = useView()
  const toast = useToast()
  const entry = content.entries.find((one) => one.id === id && one.removedAt === undefined)

  async function remove(removed: Entry): Promise<void> {
    try {
      await actions.remove([removed.id])
    } catch {
      return toast({ message: list.failed })
    }
    toast({
      message: list.removed(nameOf(removed) || list.noName),
      onUndo: () => void actions.restore([removed.id]).catch(() => toast({ message: list.failed })),
    })
    home()
  }

  if (entry === undefined)
    return (
      <Frame title={words.heading} onBack={home}>
        <p>{words.gone}</p>
      </Frame>
    )
  return (
    <Frame title={nameOf(entry) || list.noName} onBack={home}>
      <EntryForm key={id} entry={entry} onSaved={home} />
      <EntrySecret entry={entry} />
      <Facts entry={entry} />
      <section className={styles['form']}>
        <p className={styles['soft']}>{words.removeWhat}</p>
        <div className={styles['start']}>
          <Button kind="danger" onClick={() => void remove(entry)}>
            {words.remove}
          </Button>
        </div>
      </section>
    </Frame>
  )
}

function Facts({ entry }: { readonly entry: Entry }) {
  const words = useBackupTexts().entry
  return (
    <section className={styles['form']} aria-labelledby="entry-facts">
      <h2 id="entry-facts">{words.facts}</h2>
      <dl className={styles['facts']}>
        <dt>{words.made}</dt>
        <dd>{factsOf(entry.code, words)}</dd>
        <dt>{words.added}</dt>
        <dd>
          <RelativeTime at={new Date(entry.addedAt).toISOString()} />
        </dd>
        <dt>{words.used}</dt>
        <dd>
          {entry.usedAt === undefined ? (
            words.never
          ) : (
            <>
              <RelativeTime at={new Date(entry.usedAt).toISOString()} /> ({words.uses(entry.uses)})
            </>
          )}
        </dd>
      </dl>
    </section>
  )
}
