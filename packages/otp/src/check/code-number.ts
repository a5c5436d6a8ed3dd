/** A typed code as the number that codes are compared as. */

/** What no code is. */
export const noCode = -1

/**
 * Reads a code of exactly that many ASCII digits; anything else gives {@link noCode}.
 *
 * Truncation gives 31 bits (RFC 4226, 5.3), so ten digits beyond that are no code either.
 */
export function codeNumber(code: string, digits: number): number {
  if (code.length !== digits) return noCode
  let number = 0
  for (let i = 0; i < digits; i++) {
    const digit = code.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return noCode
    number = number * 10 + digit
  }
  return number > 0x7fffffff ? noCode : number
}
