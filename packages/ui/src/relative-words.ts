/** Times as people say them: "2 minutes ago", "in 3 hours"; the exact one apart. */
import { dateLocale } from './date-locale.ts'

const units = [
  { unit: 'year', seconds: 365 * 24 * 60 * 60 },
  { unit: 'month', seconds: 30 * 24 * 60 * 60 },
  { unit: 'day', seconds: 24 * 60 * 60 },
  { unit: 'hour', seconds: 60 * 60 },
  { unit: 'minute', seconds: 60 },
] as const

/**
 * The words for a moment as seen from another; under 45 seconds it is "just now", which joins words about the past
 * where "now" would give an order.
 *
 * @param at the moment, in milliseconds since 1970
 * @param now the moment seen from, in the same measure
 */
export function relativeWords(at: number, now: number, locale: string): string {
  const seconds = (at - now) / 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(seconds) < 45) return locale.startsWith('zh') ? '刚刚' : 'just now'
  for (const { unit, seconds: length } of units) {
    if (Math.abs(seconds) >= length * 0.95)
      return spaced(format.format(Math.trunc(Math.round((seconds / length) * 10) / 10), unit))
  }
  return spaced(format.format(seconds < 0 ? -1 : 1, 'minute'))
}

/** A space between a number and its Chinese unit, as all texts have it. */
function spaced(words: string): string {
  return words.replaceAll(/(?<=\d)(?=\p{Script=Han})/gu, ' ')
}

/**
 * The exact words for a moment, in the reader's time zone: "24 Nov 2026, 12:00:00".
 *
 * @param to `minute` for a deadline, where seconds say nothing
 */
export function exactWords(
  at: number,
  locale: string,
  { to = 'second', timeZone }: { readonly to?: 'second' | 'minute'; readonly timeZone?: string } = {},
): string {
  return new Intl.DateTimeFormat(dateLocale(locale), {
    dateStyle: 'medium',
    timeStyle: to === 'second' ? 'medium' : 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at)
}
