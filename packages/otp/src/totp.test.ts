import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import rfc6238 from '../../../vectors/otp/rfc6238-totp.json' with { type: 'json' }
import { hotp } from './hotp.ts'
import type { Algorithm } from './shape.ts'
import { timeStep } from './time-step.ts'
import { totp } from './totp.ts'

test('computes the codes of RFC 6238, appendix B, each algorithm with its own seed', () => {
  for (const { unixSeconds, step, codes } of rfc6238.cases) {
    assert.equal(timeStep(unixSeconds), step)
    for (const [algorithm, code] of Object.entries(codes)) {
      const seed = Buffer.from(rfc6238.seeds[algorithm as keyof typeof codes], 'hex')
      const shape = { algorithm: algorithm as Algorithm, digits: 8, periodSeconds: 30 }
      assert.equal(totp(seed, unixSeconds, shape), code)
    }
  }
})

test('is the HOTP of the time step, whatever the period and the century', () => {
  const key = Buffer.from(rfc6238.seeds.SHA1, 'hex')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 53 - 1 }),
      fc.integer({ min: 1, max: 86_400 }),
      (unixSeconds, periodSeconds) => {
        const step = BigInt(unixSeconds) / BigInt(periodSeconds)
        assert.equal(BigInt(timeStep(unixSeconds, periodSeconds)), step)
        assert.equal(totp(key, unixSeconds, { algorithm: 'SHA1', digits: 6, periodSeconds }), hotp(key, step))
      },
    ),
  )
})

test('begins a step on its first second and drops parts of a second', () => {
  assert.equal(timeStep(29.999), 0)
  assert.equal(timeStep(30), 1)
  assert.equal(timeStep(59.999), 1)
})

test('throws for a time before 1970, for none, and for a period that is not whole', () => {
  for (const seconds of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => timeStep(seconds), RangeError)
  for (const period of [0, -30, 0.5, Number.NaN]) assert.throws(() => timeStep(0, period), RangeError)
})
