/** Says of a format what was wrong with its archive. */
import { passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import type { FormatName, ImportReading } from '../import-reading.ts'
import type { ZipReading } from './read-zip-text.ts'

export function readingOfProblem(
  format: FormatName,
  { problem }: Extract<ZipReading, { problem: unknown }>,
): ImportReading {
  if (problem === 'password_needed') return passwordNeeded(format)
  if (problem === 'password_wrong') return passwordWrong(format)
  return refused(format, problem)
}
