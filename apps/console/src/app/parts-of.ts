/** Takes a sentence with `{places}` apart. */

/** A run of words, or a place by its name; `at` is where it begins. */
export type Part = { readonly at: number; readonly words: string; readonly place: string | null }

/** The parts in order; empty runs are left out. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const piece of text.split(/(\{[a-z]+\})/)) {
    if (piece !== '')
      parts.push({ at, words: piece, place: /^\{[a-z]+\}$/.test(piece) ? piece.slice(1, -1) : null })
    at += piece.length
  }
  return parts
}
