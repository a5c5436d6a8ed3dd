/** Reads an export of any app that is known here, told by its content and never by its name. */
import { formats } from './formats.ts'
import type { ImportProblem, ImportReading, ImportSource } from './import-reading.ts'
import { sourceOf } from './source.ts'

/** Far beyond what any app writes, pictures included. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * Reads a file, or a pasted text as UTF-8. One bad entry is reported and the others come in; nothing is ever fetched.
 *
 * @param password of the file, undefined until somebody typed one
 * @returns what was read, that a password is needed or wrong, or why the file is refused; it throws only where the
 * reader's own module cannot be loaded
 */
export async function readImport(bytes: Uint8Array, password: string | undefined): Promise<ImportReading> {
  if (bytes.length > MOST_BYTES) return { state: 'refused', format: undefined, problem: 'file_too_large' }
  const source = sourceOf(bytes)
  const format = formats.find(({ recognises }) => recognises(source))
  if (format === undefined) return { state: 'refused', format: undefined, problem: problemOf(source) }
  const read = await format.load()
  return read(source, password === '' ? undefined : password)
}

/** What is no format and can still be told what it is. */
function problemOf({ bytes, text = '' }: ImportSource): ImportProblem {
  if (text.trimStart().startsWith('-----BEGIN PGP MESSAGE-----')) return 'openpgp'
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return head === 'SQLite format 3\0' ? 'database_of_phone' : 'format_unknown'
}
