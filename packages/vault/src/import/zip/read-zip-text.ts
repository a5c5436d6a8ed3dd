/** Takes one text out of a zip archive, also of one encrypted by AES (AE-1, AE-2) or in the old way of PKZIP. */
import {
  ERR_INVALID_PASSWORD,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js/index-native.js'
import { decodeText } from '../source.ts'

export type ZipReading =
  | { readonly text: string }
  | { readonly problem: 'password_needed' | 'password_wrong' | 'file_damaged' | 'file_too_large' }

/** What an export may grow to; the archive says it beforehand and is held to it. */
const MOST_BYTES = 32 * 1024 * 1024
const MOST_ENTRIES = 1000
/** Workers would come from blobs, which the page's policy forbids. */
const OPTIONS = { useWebWorkers: false, checkSignature: true } as const

/** The first file whose name is wanted. Nothing is ever unpacked to more than 32 MiB. */
export async function readZipText(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  password: string | undefined,
): Promise<ZipReading> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), OPTIONS)
  try {
    const entry = await firstWanted(reader, isWanted)
    return entry === undefined ? { problem: 'file_damaged' } : await unpack(entry, password)
  } catch {
    return { problem: 'file_damaged' }
  } finally {
    await reader.close().catch(() => undefined)
  }
}

async function firstWanted(
  reader: ZipReader<Uint8Array>,
  isWanted: (name: string) => boolean,
): Promise<FileEntry | undefined> {
  let looked = 0
  for await (const entry of reader.getEntriesGenerator()) {
    looked += 1
    if (looked > MOST_ENTRIES) return undefined
    if (!entry.directory && isWanted(entry.filename)) return entry
  }
  return undefined
}

async function unpack(entry: FileEntry, password: string | undefined): Promise<ZipReading> {
  if (entry.uncompressedSize > MOST_BYTES) return { problem: 'file_too_large' }
  if (!entry.encrypted) return unpackWith(entry, undefined)
  if (password === undefined) return { problem: 'password_needed' }
  let reading: ZipReading = { problem: 'password_wrong' }
  for (const rawPassword of spellingsOf(password, entry)) {
    reading = await unpackWith(entry, rawPassword)
    if (!('problem' in reading)) break
  }
  return reading
}

/** The old way says nothing of how letters become bytes: UTF-8 for most, one byte each for old programs. */
function spellingsOf(password: string, { zipCrypto }: FileEntry): readonly Uint8Array[] {
  const utf8 = new TextEncoder().encode(password)
  const isShort = zipCrypto && utf8.length !== password.length
  return isShort ? [utf8, Uint8Array.from(password, (letter) => letter.charCodeAt(0))] : [utf8]
}

async function unpackWith(entry: FileEntry, rawPassword: Uint8Array | undefined): Promise<ZipReading> {
  try {
    const options = { ...OPTIONS, ...(rawPassword === undefined ? {} : { rawPassword }) }
    const text = decodeText(await entry.getData(new Uint8ArrayWriter(), options))
    return text === undefined ? { problem: 'file_damaged' } : { text }
  } catch (error) {
    return { problem: problemOf(error, entry) }
  }
}

/** PKZIP's way checks one byte of the password: of 256 wrong ones, one is noticed only by what comes out. */
function problemOf(error: unknown, { encrypted, zipCrypto }: FileEntry): 'password_wrong' | 'file_damaged' {
  const message = error instanceof Error ? error.message : ''
  return message === ERR_INVALID_PASSWORD || (encrypted && zipCrypto) ? 'password_wrong' : 'file_damaged'
}
