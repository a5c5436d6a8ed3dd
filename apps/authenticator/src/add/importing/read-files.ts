/** Reads chosen files: exports by their content, and pictures by the codes in them. */
import type { ImportReading } from '@sallyport/vault'

export type ImportFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

export type FileReading = {
  /** Several where pictures were read as one export. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly reading: ImportReading | { readonly state: 'no_code' }
}

/** What reading needs of others: both are loaded when the first file comes. */
export type Readers = {
  readonly read: (bytes: Uint8Array, password: string | undefined) => Promise<ImportReading>
  /** The texts in a picture; undefined where it cannot be shown. */
  readonly readPicture: (file: ImportFile) => Promise<readonly string[] | undefined>
}

/** The first bytes of PNG, JPEG, GIF, BMP, and of the containers of WebP, AVIF and HEIC. */
const PICTURE = /^(\x89PNG|\xff\xd8\xff|GIF8|BM|RIFF....WEBP|....ftyp(avi|hei|mif|msf))/s

export function isPicture(bytes: Uint8Array): boolean {
  return PICTURE.test(String.fromCharCode(...bytes.subarray(0, 12)))
}

/** One reading for each file; pictures that have codes are one export together, whose parts come in any order. */
export async function readFiles(
  files: readonly ImportFile[],
  { read, readPicture }: Readers,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = []
  const texts = new Set<string>()
  const pictures: string[] = []
  for (const file of files) {
    if (!isPicture(file.bytes)) {
      readings.push({ ...file, reading: await read(file.bytes, undefined) })
      continue
    }
    const found = (await readPicture(file)) ?? []
    for (const text of found) texts.add(text)
    if (found.length > 0) pictures.push(file.name)
    else readings.push({ ...file, reading: { state: 'no_code' } })
  }
  if (texts.size === 0) return readings
  const bytes = new TextEncoder().encode([...texts].join('\n'))
  return [...readings, { name: pictures.join(', '), bytes, reading: await read(bytes, undefined) }]
}

export function isSealed({ reading }: FileReading): boolean {
  return reading.state === 'password_needed' || reading.state === 'password_wrong'
}

/** Tries a password on the files that want one, and leaves the others as they are. */
export async function openFiles(
  readings: readonly FileReading[],
  password: string,
  read: Readers['read'],
): Promise<readonly FileReading[]> {
  const opened: FileReading[] = []
  for (const one of readings)
    opened.push(isSealed(one) ? { ...one, reading: await read(one.bytes, password) } : one)
  return opened
}
