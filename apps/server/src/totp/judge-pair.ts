/** Puts what is wrong with a pair of codes into the words of the wizard. */
import type { PairDiagnosis, Shape } from '@sallyport/otp'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import type { Told } from '../kernel/refusal.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'

/**
 * The refusal for a diagnosis. Only for a binding: at sign-in it would tell a guesser when a code is going to be right.
 *
 * Refuses: binding_codes_same, binding_codes_not_consecutive, binding_clock_off, binding_other_shape,
 * binding_codes_wrong.
 */
export function judgePair(diagnosis: PairDiagnosis, shape: Shape, told: Told): Refused {
  switch (diagnosis.kind) {
    case 'same_code':
      return refuse('binding_codes_same', { ...told, field: 'secondCode' })
    case 'not_consecutive':
      return refuse('binding_codes_not_consecutive', told)
    case 'clock_off':
      return refuse('binding_clock_off', {
        ...told,
        clockOffsetMinutes: wholeMinutes(diagnosis.steps * shape.periodSeconds * SECOND),
      })
    case 'other_shape':
      return refuse('binding_other_shape', { ...told, seenShape: wordsOf(diagnosis.shape) })
    case 'no_match':
      return refuse('binding_codes_wrong', told)
  }
}

/** Rounded away from zero where it is half a minute, ahead or behind alike. */
function wholeMinutes(ms: number): number {
  return Math.sign(ms) * Math.round(Math.abs(ms) / MINUTE)
}

function wordsOf({ algorithm, digits, periodSeconds }: Shape): string {
  return `${algorithm}, ${digits} digits, ${periodSeconds} s`
}
