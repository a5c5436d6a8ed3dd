/** Takes the accounts elsewhere: sealed, in the files of other apps, as QR codes, or on paper. */
import { Notice, RadioGroup } from '@sallyport/ui'
import { type Entry, exportGoogle, exportSheet, type LeftOut, type SheetRow } from '@sallyport/vault'
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { useView } from '../host/view.ts'
import { AfterFreshUnlock, FreshUnlock } from '../protect/fresh-unlock.tsx'
import { NewPassphrase } from '../protect/new-passphrase.tsx'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { GooglePictures } from './google-pictures.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { type FileKind, makeFile } from './plain-file.ts'
import { PrintSheet } from './print-sheet.tsx'
import { saveFile } from './save-file.ts'
import { SealedExport } from './sealed-export.tsx'
import { useBackupTexts } from './use-backup-texts.ts'

type Kind = 'sealed' | FileKind | 'google' | 'sheet'
const KINDS: readonly Kind[] = ['sealed', 'aegis_encrypted', 'aegis', 'uris', 'google', 'sheet']

type Made =
  | { readonly kind: 'file'; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'google'; readonly pictures: readonly string[]; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'sheet'; readonly rows: readonly SheetRow[] }

export function ExportView() {
  const words = useBackupTexts().export
  const { content } = useOpenVault()
  const { home } = useView()
  const [kind, setKind] = useState<Kind>('sealed')
  const live = content.entries.filter((entry) => entry.removedAt === undefined)
  return (
    <Frame title={words.heading} onBack={home}>
      {live.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <div className={`${styles['form']} ${styles['screen']}`}>
            <p>{words.lead(live.length)}</p>
            <RadioGroup
              legend={words.kind}
              value={kind}
              onChange={setKind}
              options={KINDS.map((value) => ({
                value,
                label: words.kinds[value].label,
                description: words.kinds[value].what,
              }))}
            />
          </div>
          {kind === 'sealed' ? <SealedExport /> : <OtherExport key={kind} kind={kind} entries={live} />}
        </>
      )}
    </Frame>
  )
}

function OtherExport({
  kind,
  entries,
}: {
  readonly kind: Exclude<Kind, 'sealed'>
  readonly entries: readonly Entry[]
}) {
  const words = useBackupTexts().export
  const { ports } = useOpenVault()
  const toast = useToast()
  const [made, setMade] = useState<Made>()

  async function save(fileKind: FileKind, more: Partial<Parameters<typeof makeFile>[2]> = {}): Promise<void> {
    const file = await makeFile(fileKind, entries, { now: ports.now(), random: ports.random, ...more })
    saveFile(file.name, file.bytes, file.type)
    setMade({ kind: 'file', leftOut: file.leftOut })
    toast({ message: words.saved })
  }

  function proven(): void {
    if (kind === 'google') setMade({ kind, ...exportGoogle(entries, ports.random) })
    else if (kind === 'sheet') setMade({ kind, rows: exportSheet(entries) })
    else void save(kind)
  }

  if (made?.kind === 'sheet') return <PrintSheet rows={made.rows} />
  return (
    <>
      {kind === 'aegis_encrypted' ? (
        <AfterFreshUnlock>
          <NewPassphrase
            labels={{ field: words.password, repeat: words.repeatPassword, submit: words.save }}
            onChosen={(password, progress) => save(kind, { password, progress })}
          />
        </AfterFreshUnlock>
      ) : (
        <>
          <Notice tone="warn">{words.plain}</Notice>
          {made?.kind !== 'google' && (
            <FreshUnlock
              action={kind === 'google' ? words.show : kind === 'sheet' ? words.makeSheet : words.save}
              onProven={proven}
            />
          )}
        </>
      )}
      {made !== undefined && <LeftOutList leftOut={made.leftOut} />}
      {made?.kind === 'google' && <GooglePictures pictures={made.pictures} />}
    </>
  )
}
