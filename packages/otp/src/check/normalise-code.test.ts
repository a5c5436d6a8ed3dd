import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normaliseCode } from './normalise-code.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

test('removes white space of every kind', () => {
  assert.equal(normaliseCode(' 123\u00a0456\t\r\n'), '123456')
  assert.equal(normaliseCode('123\u2009456\u3000'), '123456')
})

test('removes hyphens, dashes and the minus sign', () => {
  assert.equal(normaliseCode('123-456'), '123456')
  assert.equal(normaliseCode('12\u201334\u201456\u2212'), '123456')
})

test('removes characters that cannot be seen, as some pages copy them along', () => {
  assert.equal(normaliseCode('\u200e123\u200b456\ufeff'), '123456')
})

test('reads digits of other widths and styles', () => {
  assert.equal(normaliseCode('\uff11\uff12\uff13\uff14\uff15\uff16'), '123456')
  assert.equal(normaliseCode('\u{1d7cf}\u{1d7d0}\u2083\u00b9\u2464\u2465'), '123156')
})

test('leaves everything else where it is, so that it does not match', () => {
  for (const text of ['12345a', '12.456', '12,456', '\u0661\u0662\u0663\u0664\u0665\u0666', 'O12345', ''])
    assert.equal(normaliseCode(text), text)
})

test('never throws, changes nothing the second time, and makes no digits of what were none', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 40 }), (text) => {
      const once = normaliseCode(text)
      assert.equal(normaliseCode(once), once)
      if (!/\p{N}/u.test(text)) assert.doesNotMatch(once, /\d/)
    }),
    { numRuns: 2000 },
  )
})
