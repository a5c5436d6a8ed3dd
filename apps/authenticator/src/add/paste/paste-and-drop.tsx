/** Takes in what is pasted or dropped anywhere on the page: pictures, links, and files for the import. */

import type { MigrationBatch } from '@sallyport/vault'
import { useEffect, useRef, useState } from 'react'
import { useToast } from '../../host/use-toast.ts'
import { useView, type View } from '../../host/view.ts'
import { readPictureFiles } from '../decode/read-picture-files.ts'
import { handFiles } from '../handed-files.ts'
import { unfinished } from '../read/batch-progress.ts'
import { useTakeIn } from '../read/use-take-in.ts'
import { useAddTexts } from '../use-add-texts.ts'
import styles from './paste.module.css'
import { sortTransfer, type Transfer } from './sort-transfer.ts'

/** Where adding is what the user is about; elsewhere what is shown would be left for the list, or never asked for. */
const ADDING: readonly View['name'][] = ['list', 'scan', 'by_hand', 'import']

/** Stands beside every view while the vault is open; draws nothing but the place to drop on. */
export function PasteAndDrop() {
  const { scan, taken, drop: words } = useAddTexts()
  const { view, go, home } = useView()
  const { take, say } = useTakeIn()
  const batches = useRef<readonly MigrationBatch[]>([])
  const toast = useToast()
  const [over, setOver] = useState(false)
  const isAdding = ADDING.includes(view.name)

  async function takeTexts(texts: readonly string[]): Promise<void> {
    const { intake, added, stored } = await take(texts)
    if (!stored) return toast({ message: taken.notSaved })
    say(added, intake.same)
    const wantsPin = intake.fresh.some(({ needsPin }) => needsPin)
    if (wantsPin || intake.foreign.length + intake.failures.length > 0)
      return go({ name: 'link', uri: texts.join('\n') })
    batches.current = [...batches.current, ...intake.batches]
    const wanting = intake.batches.length > 0 ? unfinished(batches.current) : undefined
    if (wanting !== undefined) toast({ message: taken.batch(wanting.read, wanting.of, wanting.missing) })
    home()
  }

  async function takeTransfer({ pictures, files, texts }: Transfer): Promise<void> {
    if (!isAdding) return toast({ message: words.notHere })
    if (view.name === 'import' && pictures.length > 0) return handFiles([...pictures, ...files])
    if (files.length > 0) {
      handFiles([...pictures, ...files])
      if (view.name !== 'import') go({ name: 'import' })
      return
    }
    const read = pictures.length === 0 ? undefined : await readPictureFiles(pictures)
    const all = [...texts, ...(read?.texts ?? [])]
    if (all.length > 0) return takeTexts(all)
    if (read === undefined) toast({ message: scan.nothingPasted })
    else toast({ message: read.unreadable > 0 ? scan.noPicture : scan.noCode })
  }

  const handle = useRef(takeTransfer)
  useEffect(() => {
    handle.current = takeTransfer
  })

  useEffect(() => {
    const transfer = (data: DataTransfer | null): Transfer =>
      sortTransfer(Array.from(data?.files ?? []), data?.getData('text/plain') ?? '')
    const pasted = (event: ClipboardEvent): void => {
      if (isField(event.target) || event.defaultPrevented) return
      event.preventDefault()
      void handle.current(transfer(event.clipboardData))
    }
    const dragged = (event: DragEvent): void => {
      if (isField(event.target)) return
      event.preventDefault()
      setOver(true)
    }
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const dropped = (event: DragEvent): void => {
      setOver(false)
      if (isField(event.target)) return
      event.preventDefault()
      void handle.current(transfer(event.dataTransfer))
    }
    document.addEventListener('paste', pasted)
    document.addEventListener('dragover', dragged)
    document.addEventListener('dragleave', left)
    document.addEventListener('drop', dropped)
    return () => {
      document.removeEventListener('paste', pasted)
      document.removeEventListener('dragover', dragged)
      document.removeEventListener('dragleave', left)
      document.removeEventListener('drop', dropped)
    }
  }, [])

  return over && isAdding ? <div className={styles['over']}>{words.here}</div> : null
}

/** What is pasted or dropped into a field is the field's. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
