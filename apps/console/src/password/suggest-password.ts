/** A password that nobody chose: four groups of five characters that cannot be misread. */

/** Without i, l, o, 0 and 1. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 5

/**
 * About 99 bits, such as `k7mqd-x2hrv-9pwtn-c4jzs`.
 *
 * @param fillRandom fills the bytes from the browser's cryptographic source
 */
export function suggestPassword(fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const limit = 256 - (256 % alphabet.length)
  const chosen: string[] = []
  const bytes = new Uint8Array(32)
  while (chosen.length < groups * groupLength) {
    fillRandom(bytes)
    for (const byte of bytes) {
      if (byte < limit && chosen.length < groups * groupLength)
        chosen.push(alphabet.charAt(byte % alphabet.length))
    }
  }
  return Array.from({ length: groups }, (_, group) =>
    chosen.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-')
}
