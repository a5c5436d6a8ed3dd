/** Reads WinAuth's export: a list of URIs, as it stands or in an archive that may be encrypted. */
import { checkDraft } from '../../entry/check-draft.ts'
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries, refused } from '../collect-entries.ts'
import type { EntryOutcome } from '../entry-of.ts'
import { entryOfUri } from '../entry-of-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { hasUri, uriLines } from '../otpauth/uri-texts.ts'
import { readZipText } from '../zip/read-zip-text.ts'
import { readingOfProblem } from '../zip/reading-of-problem.ts'
import { isTextFile, withSpaces } from './winauth-text.ts'

export async function readWinAuthZip(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const reading = await readZipText(bytes, isTextFile, password)
  if ('problem' in reading) return readingOfProblem('winauth', reading)
  return hasUri(reading.text) ? readLines(reading.text) : refused(undefined, 'format_unknown')
}

export function readWinAuth({ text = '' }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readLines(text))
}

function readLines(text: string): ImportReading {
  return collectEntries('winauth', uriLines(text), (line) => entryOfLine(String(line)))
}

/** The counter is that of the last code shown, because WinAuth counts before it shows one. */
function entryOfLine(line: string): EntryOutcome {
  const outcome = entryOfUri(withSpaces(line))
  if (!('draft' in outcome) || outcome.draft.code.kind !== 'hotp') return outcome
  const { code } = outcome.draft
  const draft = { ...outcome.draft, code: { ...code, counter: code.counter + 1n } }
  const problem = checkDraft(draft)
  return problem === undefined ? { ...outcome, draft } : { problem, label: nameOf(draft) }
}
