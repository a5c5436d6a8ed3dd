/** An event of the audit trail in words. */
import type { Reply } from '@sallyport/contract'
import type { ReasonTexts } from '../text/en-reasons.ts'
import type { SecurityTexts } from '../text/en-security.ts'

/** One event as the owner is told of it. */
export type ActivityEvent = Reply<'GET /api/activity'>['events'][number]

/** What happened; an action that this page does not know yet is said by its id. */
export function actionWords(
  { action, outcome, factors }: Pick<ActivityEvent, 'action' | 'outcome' | 'factors'>,
  words: SecurityTexts['activity'],
): string {
  if (action === 'sign_in.succeeded' && outcome === 'succeeded' && factors.length > 1) return words.twoSteps
  const known: Readonly<Record<string, string>> = words.actions
  return (Object.hasOwn(known, action) ? known[action] : undefined) ?? action
}

/** Why it was refused, told of the past, where the reason is one that has words; else null. */
export function reasonWords(reason: string | null, texts: ReasonTexts): string | null {
  const known: Readonly<Record<string, string>> = texts
  return reason !== null && Object.hasOwn(known, reason) ? (known[reason] ?? null) : null
}

/** Why a sign-in was not as usual; null where it was, and a reason that this page does not know yet by its name. */
export function unusualWords(
  { details }: Pick<ActivityEvent, 'details'>,
  words: Pick<SecurityTexts['activity'], 'unusual' | 'and' | 'unusualReasons'>,
): string | null {
  const { unusual } = details
  if (typeof unusual !== 'string' || unusual === '') return null
  const known: Readonly<Record<string, string>> = words.unusualReasons
  const told = unusual.split(' ').map((name) => (Object.hasOwn(known, name) ? known[name] : name))
  return words.unusual + told.join(words.and)
}

/** What it was about: the device by its name, or the way of proving by its words; null where neither is told. */
export function detailWords(
  { details }: Pick<ActivityEvent, 'details'>,
  methods: Readonly<Record<string, string>>,
): string | null {
  const { deviceName, method } = details
  if (typeof deviceName === 'string') return deviceName
  if (typeof method === 'string' && Object.hasOwn(methods, method)) return methods[method] ?? null
  return null
}
