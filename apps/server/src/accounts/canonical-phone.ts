/** Phone numbers in international form (E.164). */

/** `+` and 8 to 15 digits; spaces, hyphens, dots and brackets are dropped. Undefined for anything else. */
export function canonicalPhone(typed: string): string | undefined {
  const number = typed.trim().replace(/[\s().-]/g, '')
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : undefined
}
