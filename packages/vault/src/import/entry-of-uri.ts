/** Reads an account that another app wrote as a URI. */
import { type OtpauthProblem, readOtpauthUri } from '@sallyport/otp'
import { draftOfUri } from '../entry/draft-of-uri.ts'
import { nameOf } from '../entry/name-of.ts'
import type { EntryOutcome } from './entry-of.ts'
import type { EntryProblem } from './import-reading.ts'
import { isTwoStep } from './privacyidea/is-two-step.ts'

const problems: Readonly<Record<OtpauthProblem, EntryProblem>> = {
  not_an_account: 'malformed',
  google_migration: 'kind_unknown',
  microsoft_push: 'kind_unknown',
  privacyidea_push: 'kind_unknown',
  passkey: 'kind_unknown',
  type_unknown: 'kind_unknown',
  secret_missing: 'secret_missing',
  secret_bad: 'secret_bad',
  algorithm_unknown: 'algorithm_unknown',
  digits_bad: 'digits_bad',
  period_bad: 'period_bad',
  counter_bad: 'counter_bad',
}

/**
 * Every URI that `readOtpauthUri` knows, but for enrolments in two steps, whose key is not whole yet. What is wrong with
 * one is said without a word of its secret.
 */
export function entryOfUri(text: string): EntryOutcome {
  const reading = readOtpauthUri(text)
  if (!reading.ok) return { problem: problems[reading.problem], label: labelOfUri(text) }
  const outcome = draftOfUri(reading.uri)
  if (!('draft' in outcome)) return { problem: outcome.problem, label: labelOfUri(text) }
  return isTwoStep(text) ? { problem: 'kind_unknown', label: nameOf(outcome.draft) } : outcome
}

/** What stands between the type and the query; nothing where a lost question mark has let parameters in. */
function labelOfUri(text: string): string {
  const label = /^\s*otpauth:\/\/[a-z]+\/([^?=]*)\?/i.exec(text)?.[1] ?? ''
  try {
    return decodeURIComponent(label)
  } catch {
    return label
  }
}
