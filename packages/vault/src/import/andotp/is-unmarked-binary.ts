/** Whether bytes may be a file that andOTP has encrypted, which has no mark at all. */
import type { ImportSource } from '../import-reading.ts'

/** What people may well choose by mistake and is certainly something else, by its first bytes in hexadecimal. */
const others: readonly string[] = [
  '89504e47', // PNG
  'ffd8ff', // JPEG
  '47494638', // GIF
  '52494646', // WebP
  '504b', // zip
  '25504446', // PDF
  '1f8b', // gzip
  '53514c697465', // SQLite
  '03d9a29a', // KeePass
  'aced', // Java
  'fffe', // UTF-16
  'feff',
  '7f454c46', // programs
  '4d5a',
]

/**
 * Longer than the least that either of its ways can be, and neither text nor anything known. Text with a byte that was
 * damaged is mostly printable still, which nothing encrypted is.
 */
export function isUnmarkedBinary({ bytes, text }: ImportSource): boolean {
  if (text !== undefined || bytes.length <= 33) return false
  const head = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const isFilm = String.fromCharCode(...bytes.subarray(4, 8)) === 'ftyp'
  if (isFilm || others.some((other) => head.startsWith(other))) return false
  const sample = bytes.subarray(0, 4096)
  return sample.filter((byte) => byte >= 0x20 && byte < 0x7f).length < 0.75 * sample.length
}
