/** The locale in which dates are written for a language of the pages. */

/** Plain `en` is American to `Intl`; the pages write the day before the month and the clock with 24 hours. */
export function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
