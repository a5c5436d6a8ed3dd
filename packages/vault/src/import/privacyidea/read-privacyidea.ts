/** Reads scanned codes and lists among which is an enrolment of privacyIDEA in two steps. */
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries } from '../collect-entries.ts'
import type { EntryOutcome } from '../entry-of.ts'
import { entryOfUri } from '../entry-of-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { uriLines } from '../otpauth/uri-texts.ts'
import { isTwoStep } from './is-two-step.ts'

/** An enrolment is no account yet: `readTwoStep` goes on with it, and here it is only said what it is. */
export function readPrivacyIdea({ text = '' }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(collectEntries('privacyidea', uriLines(text), (line) => outcomeOfLine(String(line))))
}

function outcomeOfLine(line: string): EntryOutcome {
  const outcome = entryOfUri(line)
  if (!isTwoStep(line) || !('draft' in outcome)) return outcome
  return { problem: 'kind_unknown', label: nameOf(outcome.draft) }
}
