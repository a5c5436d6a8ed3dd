/** Google's QR codes, shown one after the other. */
import { Button, qrImage } from '@sallyport/ui'
import { useMemo, useState } from 'react'
import styles from './backup.module.css'
import { useBackupTexts } from './use-backup-texts.ts'

const WIDTH_PIXELS = 320

export function GooglePictures({ pictures }: { readonly pictures: readonly string[] }) {
  const words = useBackupTexts().export
  const [index, setIndex] = useState(0)
  const text = pictures[index]
  const image = useMemo(() => (text === undefined ? undefined : qrImage(text, WIDTH_PIXELS)), [text])
  if (image === undefined) return null
  const name = words.picture(index + 1, pictures.length)
  return (
    <section className={styles['pictures']} aria-label={words.kinds.google.label}>
      <p>{words.scanIt}</p>
      <img className={styles['qr']} src={image.src} width={image.width} alt={name} />
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
