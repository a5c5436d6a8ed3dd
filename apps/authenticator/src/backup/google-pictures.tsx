/** Google's QR codes, shown one after the other. */
import { Button } from '@sallyport/ui'
import { useMemo, useState } from 'react'
import styles from './backup.module.css'
import { qrImage } from './qr-image.ts'
import { useBackupTexts } from './use-backup-texts.ts'

export function GooglePictures({ pictures }: { readonly pictures: readonly string[] }) {
  const words = useBackupTexts().export
  const [index, setIndex] = useState(0)
  const text = pictures[index]
  const src = useMemo(() => text && qrImage(text), [text])
  if (src === undefined) return null
  const name = words.picture(index + 1, pictures.length)
  return (
    <section className={styles['pictures']} aria-label={words.kinds.google.label}>
      <p>{words.scanIt}</p>
      <img className={styles['qr']} src={src} alt={name} />
      <p role="status">{name}</p>
      {pictures.length > 1 && (
        <div className={styles['turn']}>
          <Button disabled={index === 0} onClick={() => setIndex(index - 1)}>
            {words.before}
          </Button>
          <Button disabled={index === pictures.length - 1} onClick={() => setIndex(index + 1)}>
            {words.after}
          </Button>
        </div>
      )}
    </section>
  )
}
