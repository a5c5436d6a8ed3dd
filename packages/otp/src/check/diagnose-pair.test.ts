import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hotp } from '../hotp.ts'
import { type Shape, standardShape } from '../shape.ts'
import { timeStep } from '../time-step.ts'
import { totp } from '../totp.ts'
import { diagnosePair } from './diagnose-pair.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

const key = Buffer.from('12345678901234567890')
const now = 1_700_000_000
const at = { unixSeconds: now }
const current = timeStep(now)

test('says that the same code was typed twice', () => {
  assert.deepEqual(diagnosePair(key, code(0), code(0), at), { kind: 'same_code' })
})

test('says that codes are not consecutive: swapped, or too far apart', () => {
  assert.deepEqual(diagnosePair(key, code(0), code(-1), at), { kind: 'not_consecutive' })
  assert.deepEqual(diagnosePair(key, code(-5), code(0), at), { kind: 'not_consecutive' })
})

test('says how many steps the clock is ahead or behind, up to a day', () => {
  for (const steps of [21, -21, 120, -120, 2_880, -2_880])
    assert.deepEqual(diagnosePair(key, code(steps - 1), code(steps), at), { kind: 'clock_off', steps })
})

test('does not search beyond a day, or beyond what it is told', () => {
  assert.deepEqual(diagnosePair(key, code(2_880), code(2_881), at), { kind: 'no_match' })
  assert.deepEqual(diagnosePair(key, code(99), code(100), { ...at, searchSteps: 99 }), { kind: 'no_match' })
  assert.deepEqual(diagnosePair(key, code(98), code(99), { ...at, searchSteps: 99 }), {
    kind: 'clock_off',
    steps: 99,
  })
})

test('recognises an app that overlooks algorithm, period or digits', () => {
  const given: Shape = { algorithm: 'SHA256', digits: 8, periodSeconds: 60 }
  const others: readonly Shape[] = [
    { ...given, algorithm: 'SHA1' },
    { ...given, algorithm: 'SHA512' },
    { ...given, periodSeconds: 30 },
    { ...given, digits: 6 },
    standardShape,
  ]
  for (const shape of others) {
    const first = totp(key, now - shape.periodSeconds, shape)
    assert.deepEqual(diagnosePair(key, first, totp(key, now, shape), at, given), {
      kind: 'other_shape',
      shape,
    })
  }
})

test('says that nothing fits for the codes of another key', () => {
  const other = Buffer.from('another key altogether')
  assert.deepEqual(diagnosePair(key, hotp(other, current - 1), hotp(other, current), at), {
    kind: 'no_match',
  })
})

test('never throws on arbitrary texts', () => {
  const text = fc.string({ unit: anyUnit, maxLength: 12 })
  fc.assert(
    fc.property(text, text, (first, second) => {
      const { kind } = diagnosePair(key, first, second, { ...at, searchSteps: 5 })
      assert.equal(kind, first === second ? 'same_code' : 'no_match')
    }),
  )
})

function code(away: number): string {
  return hotp(key, current + away)
}
