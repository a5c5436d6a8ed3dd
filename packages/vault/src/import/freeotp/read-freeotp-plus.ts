/** Reads the JSON of FreeOTP+. */
import { collectEntries, refused } from '../collect-entries.ts'
import { malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { listOf, recordOf, signedBytesOf } from '../json-access.ts'
import { entryOfToken } from './entry-of-token.ts'

export function readFreeOtpPlus({ json }: ImportSource): Promise<ImportReading> {
  const tokens = listOf(recordOf(json)?.['tokens'])
  if (tokens === undefined) return Promise.resolve(refused('freeotp-plus', 'file_damaged'))
  return Promise.resolve(
    collectEntries('freeotp-plus', tokens, (record) => {
      const token = recordOf(record)
      return token === undefined ? malformed : entryOfToken(token, signedBytesOf(token['secret']), 'last')
    }),
  )
}
