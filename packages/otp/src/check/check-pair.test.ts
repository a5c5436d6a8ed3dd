import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hotp } from '../hotp.ts'
import { timeStep } from '../time-step.ts'
import { checkPair } from './check-pair.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

const key = Buffer.from('12345678901234567890')
const now = 1_700_000_000
const current = timeStep(now)
const binding = { unixSeconds: now, windowSteps: 20 }
const pairMode = { unixSeconds: now, windowSteps: 2 }

test('accepts two codes that follow each other and says the second one and the drift', () => {
  assert.deepEqual(checkPair(key, code(-1), code(0), binding), {
    matched: true,
    step: current,
    driftSteps: 0,
  })
})

test('accepts a pair with one code missed between', () => {
  assert.deepEqual(checkPair(key, code(-2), code(0), binding), {
    matched: true,
    step: current,
    driftSteps: 0,
  })
})

test('refuses a pair with two codes missed between', () => {
  assert.deepEqual(checkPair(key, code(-3), code(0), binding), { matched: false })
})

test('accepts a second code 20 steps away, either way, and refuses one 21 steps away', () => {
  for (const gap of [1, 2]) {
    for (const away of [-20, 20])
      assert.deepEqual(checkPair(key, code(away - gap), code(away), binding), {
        matched: true,
        step: current + away,
        driftSteps: away,
      })
    for (const away of [-21, 21])
      assert.deepEqual(checkPair(key, code(away - gap), code(away), binding), { matched: false })
  }
})

test('looks around the learned drift in pair mode, two steps either way', () => {
  const at = { ...pairMode, driftSteps: -6 }
  for (const away of [-8, -6, -4])
    assert.deepEqual(checkPair(key, code(away - 1), code(away), at), {
      matched: true,
      step: current + away,
      driftSteps: away,
    })
  for (const away of [-9, -3, 0])
    assert.deepEqual(checkPair(key, code(away - 1), code(away), at), { matched: false })
})

test('refuses the same code twice', () => {
  assert.deepEqual(checkPair(key, code(0), code(0), binding), { matched: false })
})

test('refuses the same code twice even where two steps have the same one', () => {
  const shape = { algorithm: 'SHA1', digits: 1, periodSeconds: 30 } as const
  const step = Array.from({ length: 1000 }, (_, i) => i).find(
    (one) => hotp(key, one, shape) === hotp(key, one + 1, shape),
  )
  assert.ok(step !== undefined)
  const same = hotp(key, step, shape)
  const at = { unixSeconds: (step + 1) * 30, windowSteps: 0 }
  assert.deepEqual(checkPair(key, same, same, at, shape), { matched: false })
})

test('refuses a pair in the wrong order', () => {
  assert.deepEqual(checkPair(key, code(0), code(-1), binding), { matched: false })
})

test('refuses a pair of which one code is wrong', () => {
  assert.deepEqual(checkPair(key, code(-1), code(90), binding), { matched: false })
  assert.deepEqual(checkPair(key, code(90), code(0), binding), { matched: false })
})

test('refuses a pair of which a code is not newer than the spent step', () => {
  const pair = (after: number) => checkPair(key, code(-1), code(0), { ...binding, after: current + after })
  assert.equal(pair(-2).matched, true)
  assert.equal(pair(-1).matched, false)
  assert.equal(pair(0).matched, false)
})

test('refuses a pair with a gap whose first code is not newer than the spent step', () => {
  const pair = (after: number) => checkPair(key, code(-2), code(0), { ...binding, after: current + after })
  assert.equal(pair(-3).matched, true)
  assert.equal(pair(-2).matched, false)
})

test('accepts exactly the pairs of gap 1 or 2 whose second code is in the window and whose codes are new', () => {
  const steps = fc.integer({ min: -26, max: 26 })
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 64 }),
      fc.integer({ min: 100_000, max: 2 ** 40 }),
      steps,
      steps,
      fc.integer({ min: -26, max: 26 }),
      (one, unixSeconds, firstAway, secondAway, after) => {
        // Eight digits, so that two steps by chance alike do not blur what is tested.
        const shape = { algorithm: 'SHA256', digits: 8, periodSeconds: 30 } as const
        const here = timeStep(unixSeconds)
        const at = { unixSeconds, windowSteps: 20, after: here + after }
        const first = hotp(one, here + firstAway, shape)
        const second = hotp(one, here + secondAway, shape)
        const gap = secondAway - firstAway
        const expected = (gap === 1 || gap === 2) && Math.abs(secondAway) <= 20 && firstAway > after
        assert.deepEqual(
          checkPair(one, first, second, at, shape),
          expected ? { matched: true, step: here + secondAway, driftSteps: secondAway } : { matched: false },
        )
      },
    ),
    { numRuns: 500 },
  )
})

test('never throws, and accepts no arbitrary texts', () => {
  const text = fc.string({ unit: anyUnit, maxLength: 12 })
  fc.assert(
    fc.property(text, text, (first, second) => {
      assert.equal(checkPair(key, first, second, pairMode).matched, false)
    }),
  )
})

test('works in the first steps of 1970 and far beyond 2^32 seconds', () => {
  assert.equal(checkPair(key, hotp(key, 0), hotp(key, 1), { unixSeconds: 0, windowSteps: 20 }).matched, true)
  const unixSeconds = 20_000_000_000
  const step = timeStep(unixSeconds)
  assert.deepEqual(checkPair(key, hotp(key, step - 1), hotp(key, step), { unixSeconds, windowSteps: 2 }), {
    matched: true,
    step,
    driftSteps: 0,
  })
})

function code(away: number): string {
  return hotp(key, current + away)
}
