/** The ways beside the camera: picture files, and what lies in the clipboard. */
import { Button } from '@sallyport/ui'
import { useRef } from 'react'
import styles from '../add.module.css'
import { readClipboard } from '../paste/read-clipboard.ts'
import { useAddTexts } from '../use-add-texts.ts'

export function PictureButtons({
  busy,
  onPictures,
  onText,
  onProblem,
}: {
  readonly busy: boolean
  readonly onPictures: (files: readonly Blob[]) => void
  readonly onText: (text: string) => void
  readonly onProblem: (sentence: string) => void
}) {
  const words = useAddTexts().scan
  const input = useRef<HTMLInputElement>(null)

  async function paste(): Promise<void> {
    const pasted = await readClipboard()
    if (pasted === 'refused') return onProblem(words.pasteRefused)
    if (pasted.pictures.length > 0) return onPictures(pasted.pictures)
    if (pasted.text.trim() === '') return onProblem(words.nothingPasted)
    onText(pasted.text)
  }

  return (
    <div className={styles['buttons']}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={words.pictures}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? [])
          event.target.value = ''
          if (files.length > 0) onPictures(files)
        }}
      />
      <Button busy={busy} onClick={() => input.current?.click()}>
        {words.picture}
      </Button>
      <Button onClick={() => void paste()}>{words.paste}</Button>
    </div>
  )
}
