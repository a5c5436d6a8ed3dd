/** Whether a new password may be set; if not, why (NIST SP 800-63B-4, 3.1.1.2; ASVS 6.2). */
import { type Refused, refuse } from '../kernel/refusal.ts'
import { commonPasswords } from './common-passwords.ts'

const LONGEST = 1024
/** Context words shorter than this are parts of too many good passwords. */
const SHORTEST_CONTEXT = 4
/** Parts of a walk that are shorter than this stand in good passwords too. */
const SHORTEST_WALK = 4
/** Twice each, so that a walk may go on from the end to the start, and backwards. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
].flatMap((run) => [`${run}${run}`, Array.from(`${run}${run}`).reverse().join('')])

/** The form in which a password is judged, hashed and compared: NFC and nothing else (docs/decisions). */
export function normalPassword(password: string): string {
  return password.normalize('NFC')
}

/**
 * Judges the whole password; there are no composition rules. Lengths are in code points.
 *
 * @param rules.minimum 15, or 8 where policy obliges the principal to have MFA
 * @param rules.context words such as the parts of the email address and the name of the product
 *
 * Refuses: password_too_short, password_too_long, password_common, password_contains_context, password_repetitive.
 */
export async function judgePassword(
  password: string,
  rules: { minimum: number; context: readonly string[]; field?: string },
): Promise<Refused | undefined> {
  const normal = normalPassword(password)
  const length = Array.from(normal).length
  const told = rules.field === undefined ? {} : { field: rules.field }
  if (length < rules.minimum) return refuse('password_too_short', { ...told, minimumLength: rules.minimum })
  if (length > LONGEST) return refuse('password_too_long', told)
  const folded = normal.toLowerCase()
  if (isRepetitive(folded)) return refuse('password_repetitive', told)
  if (await isCommon(folded)) return refuse('password_common', told)
  if (hasContext(folded, rules.context)) return refuse('password_contains_context', told)
  return undefined
}

/** The words of an email address and the product that a password must not be built on. */
export function contextOf(email: string, product: string): readonly string[] {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  return [
    email,
    local,
    ...local.split(/[^\p{L}\p{N}]+/u),
    ...email
      .slice(at + 1)
      .split('.')
      .slice(0, -1),
    product,
    'sallyport',
  ]
}

/** A common password, also with up to four digits and marks at its end. */
async function isCommon(folded: string): Promise<boolean> {
  const common = await commonPasswords()
  if (common.has(folded)) return true
  const tail = /[\d\W_]{1,4}$/u.exec(folded)?.[0].length ?? 0
  for (let cut = 1; cut <= tail && folded.length - cut >= SHORTEST_CONTEXT; cut += 1) {
    if (common.has(folded.slice(0, -cut))) return true
  }
  return false
}

/** Contains a context word, and little else. */
function hasContext(folded: string, context: readonly string[]): boolean {
  return context
    .map((word) => word.toLowerCase())
    .some(
      (word) =>
        Array.from(word).length >= SHORTEST_CONTEXT &&
        folded.includes(word) &&
        folded.length - word.length < word.length + 4,
    )
}

/** One short piece over and over, or hardly anything but walks along the alphabet or a keyboard. */
function isRepetitive(folded: string): boolean {
  for (let size = 1; size <= folded.length / 3; size += 1) {
    const piece = folded.slice(0, size)
    if (piece.repeat(Math.ceil(folded.length / size)).slice(0, folded.length) === folded) return true
  }
  let apart = 0
  for (let at = 0; at < folded.length; ) {
    const walked = stepsFrom(folded.slice(at))
    if (walked < SHORTEST_WALK) apart += 1
    at += walked < SHORTEST_WALK ? 1 : walked
  }
  return apart < SHORTEST_WALK
}

/** How many characters at the start are one character again and again, or neighbours of a run in either direction. */
function stepsFrom(text: string): number {
  let longest = 1
  while (longest < text.length && text[longest] === text[0]) longest += 1
  for (const run of RUNS) {
    let steps = longest
    while (steps < text.length && run.includes(text.slice(0, steps + 1))) steps += 1
    longest = Math.max(longest, steps)
  }
  return longest
}
