/** A code as people read it. */

/** Two halves with a space between, from six characters on; the first half has the odd one. */
export function groupCode(code: string): string {
  if (code.length < 6) return code
  const half = Math.ceil(code.length / 2)
  return `${code.slice(0, half)} ${code.slice(half)}`
}
