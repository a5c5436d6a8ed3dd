/** The state of an import: files being read, opened with a password, chosen from, and added. */
import { readImport } from '@sallyport/vault'
import { useState } from 'react'
import { readPictureFiles } from '../decode/read-picture-files.ts'
import { type FileReading, type ImportFile, isSealed, openFiles, readFiles } from './read-files.ts'

export type Import = {
  readonly readings: readonly FileReading[]
  readonly sealed: FileReading | undefined
  readonly busy: 'reading' | 'opening' | undefined
  /** The browser could not read a file, as when it was moved after it was chosen. */
  readonly unreadable: boolean
  readonly read: (files: readonly File[]) => Promise<void>
  readonly open: (password: string) => Promise<void>
}

export function useImport(): Import {
  const [readings, setReadings] = useState<readonly FileReading[]>([])
  const [busy, setBusy] = useState<Import['busy']>()
  const [unreadable, setUnreadable] = useState(false)

  async function during(
    work: 'reading' | 'opening',
    act: () => Promise<readonly FileReading[]>,
  ): Promise<void> {
    setBusy(work)
    setUnreadable(false)
    try {
      setReadings(await act())
    } catch {
      setUnreadable(true)
    } finally {
      setBusy(undefined)
    }
  }

  return {
    readings,
    sealed: readings.find(isSealed),
    busy,
    unreadable,
    read: (files) =>
      during('reading', async () => {
        setReadings([])
        return readFiles(await Promise.all(files.map(bytesOf)), { read: readImport, readPicture })
      }),
    open: (password) => during('opening', () => openFiles(readings, password, readImport)),
  }
}

async function bytesOf(file: File): Promise<ImportFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function readPicture({ bytes }: ImportFile): Promise<readonly string[] | undefined> {
  const { texts, unreadable } = await readPictureFiles([new Blob([bytes])])
  return unreadable > 0 ? undefined : texts
}
