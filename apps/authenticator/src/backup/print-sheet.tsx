/** The sheet of paper: each account with its QR code, and its key to type where no camera helps. */
import { Button, qrImage } from '@sallyport/ui'
import type { SheetRow } from '@sallyport/vault'
import { useEffect, useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { factsOf } from './facts-of.ts'
import { dayOf } from './save-file.ts'
import { useBackupTexts } from './use-backup-texts.ts'

/** So many QR codes are made between two drawings, so that the page stays alive with thousands. */
const AT_ONCE = 20

export function PrintSheet({ rows }: { readonly rows: readonly SheetRow[] }) {
  const { export: words, entry: entryWords } = useBackupTexts()
  const { noName } = useTexts().list
  const { ports } = useOpenVault()
  const pictures = usePictures(rows)
  const isDone = pictures.length === rows.length

  return (
    <>
      <div className={styles['screen']}>
        {isDone ? (
          <Button kind="filled" onClick={() => print()}>
            {words.print}
          </Button>
        ) : (
          <p role="status">{words.making(pictures.length, rows.length)}</p>
        )}
      </div>
      <section className={styles['sheet']} aria-label={words.sheetTitle}>
        <h2>{words.sheetTitle}</h2>
        <p>{words.sheetMade(dayOf(ports.now()), rows.length)}</p>
        {rows.slice(0, pictures.length).map((row, index) => (
          <div key={row.id} className={styles['sheetRow']}>
            {pictures[index] !== undefined && <img src={pictures[index]} alt={entryWords.qr} />}
            <div className={styles['sheetText']}>
              <strong>{row.issuer || row.account || noName}</strong>
              {row.issuer !== '' && row.account !== '' && <span>{row.account}</span>}
              <span>{factsOf(row.code, entryWords)}</span>
              <span>
                {words.key} <span className={styles['sheetKey']}>{row.key}</span>
              </span>
              {row.note !== '' && <span>{row.note}</span>}
            </div>
          </div>
        ))}
      </section>
    </>
  )
}

/** One for each row as they are made; undefined where the names are too long for a QR code. */
function usePictures(rows: readonly SheetRow[]): readonly (string | undefined)[] {
  const [pictures, setPictures] = useState<readonly (string | undefined)[]>([])
  useEffect(() => {
    if (pictures.length === rows.length) return
    const timer = setTimeout(() => {
      const more = rows.slice(pictures.length, pictures.length + AT_ONCE)
      setPictures([...pictures, ...more.map(({ uri }) => uri && qrImage(uri).src)])
    })
    return () => clearTimeout(timer)
  }, [rows, pictures])
  return pictures
}
