/** A typed key becomes an account in any spelling, or its first wrong character is named. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOfForm, emptyForm, formOfLink, isLink, type ManualForm, readKey } from './manual-form.ts'

const filled: ManualForm = { ...emptyForm, account: ' john ', issuer: 'ACME', key: 'jbsw y3dp-ehpk 3pxp' }

function problemsOf(change: Partial<ManualForm>): unknown {
  const read = draftOfForm({ ...filled, ...change })
  return read.ok ? undefined : read.problems
}

test('a key is read with spaces, dashes, lower case and padding', () => {
  for (const key of [
    'jbsw y3dp ehpk 3pxp',
    'JBSW-Y3DP-EHPK-3PXP',
    'JBSWY3DPEHPK3PXP====',
    '\tjbswy3dpehpk3pxp\n',
  ]) {
    const read = draftOfForm({ ...filled, key })
    assert.ok(read.ok)
    assert.deepEqual(read.draft, {
      account: 'john',
      issuer: 'ACME',
      secret: 'JBSWY3DPEHPK3PXP',
      code: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
      tags: [],
      letter: '',
      note: '',
      pinned: false,
    })
  }
})

test('a bad character is named with its place and what may have been meant, and nothing is guessed silently', () => {
  assert.deepEqual(problemsOf({ key: 'JBSW Y3DP EHPK 3PX8' }), {
    key: {
      kind: 'bad_character',
      position: 19,
      character: '8',
      suggestion: { kind: 'look_alikes', key: 'JBSWY3DPEHPK3PXB' },
    },
  })
  assert.deepEqual(problemsOf({ key: 'JBSW!Y3DP' }), {
    key: { kind: 'bad_character', position: 5, character: '!', suggestion: undefined },
  })
  const hexadecimal = readKey('48656c6c6f21deadbeef', 'totp')
  assert.ok(!hexadecimal.ok && hexadecimal.problem.kind === 'bad_character')
  assert.deepEqual(hexadecimal.problem.suggestion, { kind: 'hexadecimal', key: 'JBSWY3DPEHPK3PXP' })
})

test('a length that looks mistyped is accepted with a remark', () => {
  const read = readKey('JBSWY3DPEHPK3PXPA', 'totp')
  assert.ok(read.ok)
  assert.deepEqual(read.remarks, ['odd_length'])
})

test('a form says all that is wrong with it', () => {
  assert.deepEqual(problemsOf({ account: ' ', issuer: '', key: '' }), { name: true, key: { kind: 'empty' } })
  assert.deepEqual(problemsOf({ digits: '3', period: '0' }), { digits: true, period: true })
  assert.deepEqual(problemsOf({ digits: '11', period: '86401' }), { digits: true, period: true })
  assert.deepEqual(problemsOf({ digits: '6.5', period: '1e3' }), { digits: true, period: true })
  assert.deepEqual(problemsOf({ kind: 'hotp', counter: '9223372036854775807' }), { counter: true })
  assert.deepEqual(problemsOf({ kind: 'hotp', counter: '-1' }), { counter: true })
  assert.equal(problemsOf({ issuer: '' }), undefined)
})

test('every kind has its own parts', () => {
  const codeOf = (change: Partial<ManualForm>): unknown => {
    const read = draftOfForm({ ...filled, ...change })
    return read.ok && read.draft.code
  }
  assert.deepEqual(codeOf({ digits: '10', period: '86400', algorithm: 'SHA512' }), {
    kind: 'totp',
    algorithm: 'SHA512',
    digits: 10,
    periodSeconds: 86_400,
  })
  assert.deepEqual(codeOf({ kind: 'hotp', counter: ' 9007199254740993 ', period: 'x' }), {
    kind: 'hotp',
    algorithm: 'SHA1',
    digits: 6,
    counter: 9007199254740993n,
  })
  assert.deepEqual(codeOf({ kind: 'steam', digits: 'x' }), { kind: 'steam' })
  assert.deepEqual(codeOf({ kind: 'motp', key: 'e315 2afe e625 99c8', pin: '1234' }), {
    kind: 'motp',
    pin: '1234',
  })
})

test('Yandex and mOTP want their PIN, and a key that fits', () => {
  assert.deepEqual(problemsOf({ kind: 'yandex', pin: '' }), { pin: true })
  assert.deepEqual(problemsOf({ kind: 'yandex', key: 'LA2V6KMCGYMWWVEW64RNP3JA3I', pin: '12' }), {
    pin: true,
  })
  assert.deepEqual(problemsOf({ kind: 'yandex', pin: '1234' }), { key: { kind: 'too_short_for_yandex' } })
  assert.deepEqual(problemsOf({ kind: 'motp', pin: '1', key: 'xyz' }), {
    key: { kind: 'hexadecimal_wanted' },
  })
})

test('a link in the place of the key fills the form', () => {
  const link =
    'otpauth://hotp/ACME:jane?secret=JBSWY3DPEHPK3PXP&issuer=ACME&counter=7&digits=8&algorithm=SHA256'
  assert.deepEqual(formOfLink(link, { ...emptyForm, account: 'old' }), {
    ...emptyForm,
    account: 'jane',
    issuer: 'ACME',
    key: 'JBSWY3DPEHPK3PXP',
    kind: 'hotp',
    algorithm: 'SHA256',
    digits: '8',
    counter: '7',
  })
  assert.equal(formOfLink('motp://A:b?secret=e3152afee62599c8', emptyForm)?.key, 'e3152afee62599c8')
  assert.deepEqual(problemsOf({ key: 'https://example.com' }), { key: { kind: 'link_unreadable' } })
  assert.equal(formOfLink('JBSWY3DPEHPK3PXP', emptyForm), undefined)
  assert.deepEqual([isLink('otpauth://x'), isLink('https://x'), isLink('jbsw y3dp')], [true, true, false])
})
