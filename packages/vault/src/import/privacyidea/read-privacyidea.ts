/** Reads scanned codes and lists among which is an enrolment of privacyIDEA in two steps. */
import { collectEntries } from '../collect-entries.ts'
import { entryOfUri } from '../entry-of-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { uriLines } from '../otpauth/uri-texts.ts'

/** An enrolment is no account, since its key is in two halves: it is only said what it is. */
export function readPrivacyIdea({ text = '' }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(collectEntries('privacyidea', uriLines(text), (line) => entryOfUri(String(line))))
}
