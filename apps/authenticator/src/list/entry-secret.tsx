/** An account as a QR code again, and its key to type, for another device. */
import { Button, CopyButton, Notice, qrImage } from '@sallyport/ui'
import { type Entry, exportSheet } from '@sallyport/vault'
import { useMemo, useState } from 'react'
import { useBackupTexts } from '../backup/use-backup-texts.ts'
import { FreshUnlock } from '../protect/fresh-unlock.tsx'
import styles from './entry.module.css'

const WIDTH_PIXELS = 320

export function EntrySecret({ entry }: { readonly entry: Entry }) {
  const words = useBackupTexts().entry
  const [isShown, setShown] = useState(false)
  return (
    <section className={styles['form']} aria-labelledby="entry-secret">
      <h2 id="entry-secret">{words.qrTitle}</h2>
      <Notice tone="warn">{words.qrWhat}</Notice>
      {isShown ? (
        <>
          <Shown entry={entry} />
          <div className={styles['start']}>
            <Button onClick={() => setShown(false)}>{words.hideQr}</Button>
          </div>
        </>
      ) : (
        <FreshUnlock action={words.showQr} onProven={() => setShown(true)} />
      )}
    </section>
  )
}

function Shown({ entry }: { readonly entry: Entry }) {
  const words = useBackupTexts().entry
  const shown = useMemo(() => {
    const [row] = exportSheet([entry])
    return row && { key: row.key, image: row.uri === undefined ? undefined : qrImage(row.uri, WIDTH_PIXELS) }
  }, [entry])
  if (shown === undefined) return null
  return (
    <>
      {shown.image === undefined ? (
        <p>{words.qrTooLong}</p>
      ) : (
        <img className={styles['qr']} src={shown.image.src} width={shown.image.width} alt={words.qr} />
      )}
      <div className={styles['key']}>
        <span>{words.key}</span>
        <code>{shown.key}</code>
        <CopyButton text={entry.secret} label={words.copyKey} />
      </div>
    </>
  )
}
