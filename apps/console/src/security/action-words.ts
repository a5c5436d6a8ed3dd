/** An event of the audit trail in words. */
import type { Reply } from '@sallyport/contract'
import type { SecurityTexts } from '../text/en-security.ts'
import { type RefusalTexts, sentenceOf } from '../text/sentence-of.ts'

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

/** Why it was refused, where the reason is a refusal that has a sentence; else null. */
export function reasonWords(reason: string | null, texts: RefusalTexts): string | null {
  return reason !== null && isCode(reason, texts) ? sentenceOf({ code: reason }, texts) : null
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

function isCode(reason: string, texts: RefusalTexts): reason is keyof RefusalTexts {
  return Object.hasOwn(texts, reason)
}
