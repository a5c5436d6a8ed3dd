/** Checks one code around the time step where this device is expected to be. */
import { codeAtStep, forgetKey, prepareKey } from '../prepared-key.ts'
import { type Shape, standardShape } from '../shape.ts'
import { timeStep } from '../time-step.ts'
import { codeNumber, noCode } from './code-number.ts'
import { equalMask } from './equal-mask.ts'
import { driftWithin, widthWithin } from './step-limits.ts'

/** The step that the code belongs to; the caller spends it, so that the same code never passes twice. */
export type CodeCheck = { readonly matched: true; readonly step: number } | { readonly matched: false }

/** Where a code is looked for. */
export type CodeWindow = {
  readonly unixSeconds: number
  /** How many steps the device's clock is ahead of ours, as learned before; 0 where nothing is said. */
  readonly driftSteps?: number
  /** How many steps before and after are accepted; 1, so three codes, where nothing is said. */
  readonly windowSteps?: number
}

/**
 * Checks one code. Every candidate is computed and compared, whether or not another one matched already.
 *
 * Should two steps of the window have the same code, the later one is given: once it is spent, the code is spent for
 * both of them, also when the window has moved on.
 *
 * @param code exactly the digits; what people type goes through `normaliseCode` first
 * @returns the step that matched; a code of the wrong length, or with anything but digits in it, matches none
 *
 * Throws: RangeError for an empty key, a time before 1970, or a shape or window that cannot be.
 *
 * RFC 6238, 5.2 (window and single use) and 6 (drift).
 */
export function checkCode(
  key: Uint8Array,
  code: string,
  at: CodeWindow,
  shape: Shape = standardShape,
): CodeCheck {
  const { driftSteps = 0, windowSteps = 1 } = at
  const expected = timeStep(at.unixSeconds, shape.periodSeconds) + driftWithin(driftSteps)
  const width = widthWithin(windowSteps)
  const typed = codeNumber(code, shape.digits)
  if (typed === noCode) return { matched: false }

  const prepared = prepareKey(key, shape.algorithm, shape.digits)
  let matched = 0
  let distance = 0
  for (let candidate = Math.max(-width, -expected); candidate <= width; candidate++) {
    const mask = equalMask(codeAtStep(prepared, expected + candidate), typed)
    matched |= mask
    distance = (distance & ~mask) | (candidate & mask)
  }
  forgetKey(prepared)
  return matched === 0 ? { matched: false } : { matched: true, step: expected + distance }
}
