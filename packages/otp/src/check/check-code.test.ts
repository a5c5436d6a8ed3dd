import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hotp } from '../hotp.ts'
import { type Algorithm, type Shape, standardShape } from '../shape.ts'
import { timeStep } from '../time-step.ts'
import { totp } from '../totp.ts'
import { checkCode } from './check-code.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

const key = Buffer.from('12345678901234567890')
const now = 1_700_000_000
const current = timeStep(now)

const anyKey = fc.uint8Array({ minLength: 1, maxLength: 70 })
const anyTime = fc.integer({ min: 100_000, max: 2 ** 40 })
const anyShape: fc.Arbitrary<Shape> = fc.record({
  algorithm: fc.constantFrom<Algorithm>('SHA1', 'SHA256', 'SHA512'),
  digits: fc.integer({ min: 6, max: 10 }),
  periodSeconds: fc.constantFrom(15, 30, 60),
})

test('accepts the codes of the last, the current and the next step, and says which it was', () => {
  for (const away of [-1, 0, 1])
    assert.deepEqual(checkCode(key, hotp(key, current + away), { unixSeconds: now }), {
      matched: true,
      step: current + away,
    })
})

test('refuses the codes two steps away', () => {
  for (const away of [-2, 2])
    assert.deepEqual(checkCode(key, hotp(key, current + away), { unixSeconds: now }), { matched: false })
})

test('looks around the learned drift and nowhere else', () => {
  const at = { unixSeconds: now, driftSteps: 7 }
  assert.deepEqual(checkCode(key, hotp(key, current + 8), at), { matched: true, step: current + 8 })
  assert.deepEqual(checkCode(key, hotp(key, current), at), { matched: false })
  assert.deepEqual(checkCode(key, hotp(key, current - 6), { ...at, driftSteps: -7 }), {
    matched: true,
    step: current - 6,
  })
})

test('accepts the current step alone in a window of none', () => {
  const at = { unixSeconds: now, windowSteps: 0 }
  assert.equal(checkCode(key, hotp(key, current), at).matched, true)
  assert.equal(checkCode(key, hotp(key, current - 1), at).matched, false)
})

test('accepts every step of the window, of any shape, in any century, and none beside it', () => {
  fc.assert(
    fc.property(
      anyKey,
      anyTime,
      anyShape,
      fc.integer({ min: -30, max: 30 }),
      (one, unixSeconds, shape, away) => {
        const code = totp(one, unixSeconds + away * shape.periodSeconds, shape)
        const check = checkCode(one, code, { unixSeconds, windowSteps: 20 }, shape)
        const step = timeStep(unixSeconds, shape.periodSeconds) + away
        if (Math.abs(away) <= 20) assert.ok(check.matched)
        if (check.matched) assert.equal(hotp(one, check.step, shape), code)
        if (check.matched && Math.abs(away) <= 20) assert.ok(check.step >= step)
      },
    ),
  )
})

test('accepts no number that is not among the codes of the window', () => {
  fc.assert(
    fc.property(anyKey, anyTime, fc.integer({ min: 0, max: 999_999 }), (one, unixSeconds, number) => {
      const code = String(number).padStart(6, '0')
      const codes = [-30, 0, 30].map((seconds) => totp(one, unixSeconds + seconds))
      assert.equal(checkCode(one, code, { unixSeconds }).matched, codes.includes(code))
    }),
    { numRuns: 1000 },
  )
})

test('works far beyond 2^32 seconds', () => {
  const unixSeconds = 20_000_000_000
  const code = totp(key, unixSeconds)
  assert.deepEqual(checkCode(key, code, { unixSeconds }), { matched: true, step: 666_666_666 })
})

test('begins with step 0 in 1970', () => {
  assert.deepEqual(checkCode(key, hotp(key, 0), { unixSeconds: 0 }), { matched: true, step: 0 })
  assert.deepEqual(checkCode(key, hotp(key, 1), { unixSeconds: 0, driftSteps: -1 }), { matched: false })
})

test('goes on after a match: of two steps with the same code the later is given, so that both are spent', () => {
  // Codes of one digit are often alike.
  const shape: Shape = { ...standardShape, digits: 1 }
  const first = Array.from({ length: 1000 }, (_, i) => i).find(
    (step) => hotp(key, step, shape) === hotp(key, step + 1, shape),
  )
  assert.ok(first !== undefined)
  const check = checkCode(
    key,
    hotp(key, first, shape),
    { unixSeconds: (first + 1) * 30, windowSteps: 1 },
    shape,
  )
  assert.ok(check.matched)
  assert.ok(check.step >= first + 1)
})

test('refuses a right code with anything added, cut or written otherwise', () => {
  const code = totp(key, now)
  const fullWidth = code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  for (const typed of [
    '',
    ` ${code}`,
    `${code} `,
    `+${code}`,
    `0${code}`,
    code.slice(1),
    fullWidth,
    `${code}\0`,
  ])
    assert.deepEqual(checkCode(key, typed, { unixSeconds: now }), { matched: false }, JSON.stringify(typed))
  assert.deepEqual(checkCode(key, '9999999999', { unixSeconds: now }, { ...standardShape, digits: 10 }), {
    matched: false,
  })
})

test('never throws, and accepts no arbitrary text', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 20 }), (text) => {
      assert.equal(checkCode(key, `x${text}`, { unixSeconds: now }).matched, false)
    }),
    { numRuns: 1000 },
  )
})

test('throws for a window or a drift that is no whole number of steps', () => {
  const at = { unixSeconds: now }
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => checkCode(key, '000000', { ...at, windowSteps: wrong }), RangeError)
  assert.throws(() => checkCode(key, '000000', { ...at, driftSteps: 0.5 }), RangeError)
})
