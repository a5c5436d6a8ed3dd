/** One-time codes as people type and read them: digits alone inside, groups outside. */

/** The digits of what was typed or pasted, whatever script they are of, at most `length`. */
export function digitsOf(typed: string, length: number): string {
  return typed
    .normalize('NFKC')
    .replace(/[^0-9]/g, '')
    .slice(0, length)
}

/** A code in the groups that people read: `318 204`, `4921 0377`. Grows while it is typed. */
export function groupDigits(digits: string, length: number): string {
  const half = Math.ceil(length / 2)
  return digits.length > half ? `${digits.slice(0, half)} ${digits.slice(half)}` : digits
}

/** The digits and the caret after an edit of the grouped text. */
export type CodeEdit = { readonly digits: string; readonly caret: number }

/**
 * Turns an edit of the grouped text into digits and the place of the caret in the new grouped text.
 * Deleting the group's space deletes the digit before it, since the space is not the user's.
 *
 * @param typed what the field holds after the edit
 * @param caret where the caret stands in it
 * @param before the digits before the edit
 */
export function editCode(typed: string, caret: number, before: string, length: number): CodeEdit {
  let digits = digitsOf(typed, length)
  let digitsBeforeCaret = digitsOf(typed.slice(0, caret), length).length
  if (digits === before && typed.length === groupDigits(before, length).length - 1 && digitsBeforeCaret > 0) {
    digits = digits.slice(0, digitsBeforeCaret - 1) + digits.slice(digitsBeforeCaret)
    digitsBeforeCaret -= 1
  }
  const half = Math.ceil(length / 2)
  const past =
    digitsBeforeCaret > half || (digitsBeforeCaret === half && digits.length > half && caret > half)
  return { digits, caret: digitsBeforeCaret + (past ? 1 : 0) }
}
