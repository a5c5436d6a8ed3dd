/** Says at the last wrong code already that no more are taken. */
import type { Refused } from '../wire/call.ts'

/** The refusal of a code, or `attempt_dead` where no try is left after it; a pause of the whole account stays what it is. */
export function deadAtZero<R extends Refused | null>(refused: R): R | Refused {
  return refused !== null && refused.triesLeft === 0 && refused.code !== 'too_many_tries'
    ? { ...refused, code: 'attempt_dead' }
    : refused
}
