/** A rough guess at how hard a password is to guess, for the meter; the server's rules decide. */

/** What the meter shows: characters still missing, the level in words, and how many of four bars are lit. */
export type Strength = {
  readonly missing: number
  readonly level: 'weak' | 'fair' | 'strong'
  readonly bars: 0 | 1 | 2 | 3 | 4
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz']
const neighbours = new Set(
  rows.flatMap((row) =>
    [...row].slice(1).flatMap((second, index) => [`${row[index]}${second}`, `${second}${row[index]}`]),
  ),
)

/** What a character is worth that follows by repetition, alphabet or keyboard. */
const followingWorth = 0.25

/**
 * Counts each character by what it adds: one that repeats, continues a row of the keyboard or the alphabet, or a pair
 * seen before adds little. Letters alone are worth 2.6 bits as in words, mixed kinds 3.6.
 *
 * @param minimum the fewest characters (code points) that the server takes
 * @param own little more than the account's own words, which is weak at any length
 */
export function passwordStrength(password: string, minimum: number, own = false): Strength {
  const characters = [...password.normalize('NFC')]
  const missing = Math.max(0, minimum - characters.length)
  const bits = worthOf(characters.map((character) => character.toLowerCase())) * bitsPerCharacter(password)
  const level = own || missing > 0 || bits < 35 ? 'weak' : bits < 60 ? 'fair' : 'strong'
  if (characters.length === 0) return { missing, level, bars: 0 }
  if (level === 'weak') return { missing, level, bars: 1 }
  if (level === 'fair') return { missing, level, bars: bits < 48 ? 2 : 3 }
  return { missing, level, bars: 4 }
}

function worthOf(characters: readonly string[]): number {
  const seen = new Set<string>()
  let worth = 0
  let before = ''
  for (const character of characters) {
    const pair = before + character
    const follows = before !== '' && (character === before || neighbours.has(pair) || seen.has(pair))
    worth += follows ? followingWorth : 1
    if (before !== '') seen.add(pair)
    before = character
  }
  return worth
}

function bitsPerCharacter(password: string): number {
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) =>
    kind.test(password),
  ).length
  return kinds > 1 ? 3.6 : 2.6
}
