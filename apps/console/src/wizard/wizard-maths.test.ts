import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterRefusal, bindingPlace } from './binding-place.ts'
import { adviceAt, clockAhead, tickAt } from './countdown.ts'

test('the countdown goes by the server, whatever the browser thinks the time is', () => {
  const ahead = clockAhead('2026-11-24T10:00:11.000Z', Date.parse('2026-11-24T09:00:00.000Z'))
  const now = Date.parse('2026-11-24T09:00:08.000Z') + ahead
  assert.deepEqual(tickAt(now, 30).secondsLeft, 11)
})

test('a step has between one and thirty seconds left, and the fraction runs from one down', () => {
  assert.deepEqual(tickAt(60_000, 30), { step: 2, secondsLeft: 30, fractionLeft: 1 })
  assert.equal(tickAt(89_999, 30).secondsLeft, 1)
  assert.equal(tickAt(89_999, 30).step, 2)
  assert.equal(tickAt(90_000, 30).step, 3)
  assert.equal(tickAt(75_000, 30).fractionLeft, 0.5)
})

test('the advice follows the codes: first, wait, now, late, full', () => {
  assert.equal(adviceAt(7, null, false), 'first')
  assert.equal(adviceAt(7, 7, false), 'wait')
  assert.equal(adviceAt(8, 7, false), 'now')
  assert.equal(adviceAt(9, 7, false), 'late')
  assert.equal(adviceAt(9, 7, true), 'full')
})

test('each refusal of a pair stands where its cause is', () => {
  assert.equal(bindingPlace({ code: 'binding_codes_same' }), 'secondCode')
  assert.equal(bindingPlace({ code: 'binding_codes_not_consecutive' }), 'secondCode')
  assert.equal(bindingPlace({ code: 'binding_clock_off' }), 'codes')
  assert.equal(bindingPlace({ code: 'binding_codes_wrong' }), 'codes')
  assert.equal(bindingPlace({ code: 'code_malformed', field: 'secondCode' }), 'secondCode')
  assert.equal(bindingPlace({ code: 'code_malformed' }), 'firstCode')
  assert.equal(bindingPlace({ code: 'device_name_taken' }), 'deviceName')
  assert.equal(bindingPlace({ code: 'binding_expired' }), 'over')
  assert.equal(bindingPlace({ code: 'server_busy' }), 'form')
})

test('the first of two equal codes still counts, a pair that does not fit is typed anew', () => {
  assert.deepEqual(afterRefusal({ code: 'binding_codes_same' }), {
    end: null,
    clearFirst: false,
    clearSecond: true,
    focus: 'secondCode',
  })
  const anew = { end: null, clearFirst: true, clearSecond: true, focus: 'firstCode' }
  assert.deepEqual(afterRefusal({ code: 'binding_codes_not_consecutive' }), anew)
  assert.deepEqual(afterRefusal({ code: 'binding_clock_off' }), anew)
  assert.deepEqual(afterRefusal({ code: 'binding_codes_wrong' }), anew)
  assert.equal(afterRefusal({ code: 'attempt_dead' }).end, 'dead')
  assert.equal(afterRefusal({ code: 'binding_expired' }).end, 'expired')
  assert.equal(afterRefusal({ code: 'binding_missing' }).end, 'elsewhere')
  assert.equal(afterRefusal({ code: 'device_name_taken' }).focus, 'deviceName')
  assert.equal(afterRefusal({ code: 'server_busy' }).clearFirst, false)
})
