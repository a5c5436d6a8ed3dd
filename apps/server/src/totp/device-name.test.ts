import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deviceNameOf, freeSlug, slugOf, suggestedName } from './device-name.ts'

test('keeps a name as it was typed, trimmed and in one normal form', () => {
  assert.equal(deviceNameOf('  Pixel 9 ')?.name, 'Pixel 9')
  assert.equal(deviceNameOf('Cafe\u0301')?.name, 'Caf\u00e9')
  for (const name of ['我的手机', 'टैबलेट', 'تلفن‌همراه', '📱', '👩‍💻', '#'])
    assert.equal(deviceNameOf(name)?.name, name)
})

test('takes 1 to 64 code points', () => {
  assert.ok(deviceNameOf('x'))
  assert.ok(deviceNameOf('📱'.repeat(64)))
  assert.equal(deviceNameOf('📱'.repeat(65)), undefined)
  assert.equal(deviceNameOf(''), undefined)
})

test('refuses control and bidirectional characters, halves of characters, and names that show nothing', () => {
  for (const name of [
    'a\nb',
    'a\u0000',
    'a\u202eb',
    'a\u2066b',
    'a\u2028b',
    '\ud800',
    '\u200d',
    '   ',
    '\u200b',
  ])
    assert.equal(deviceNameOf(name), undefined, JSON.stringify(name))
})

test('letter case makes no difference between names', () => {
  assert.equal(deviceNameOf('My PHONE')?.key, deviceNameOf('my phone')?.key)
  assert.equal(deviceNameOf('Straße')?.key, deviceNameOf('STRASSE')?.key)
  assert.equal(deviceNameOf('ΟΔΟΣ')?.key, deviceNameOf('οδος')?.key)
  assert.notEqual(deviceNameOf('phone')?.key, deviceNameOf('phone 2')?.key)
})

test('a slug has letters, digits and single hyphens only, whatever the name', () => {
  assert.equal(slugOf('My phone (2)'), 'My-phone-2')
  assert.equal(slugOf('Café'), 'Cafe')
  assert.equal(slugOf('我的手机'), 'device')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      assert.match(slugOf(name), /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
    }),
  )
})

test('a taken slug gets the first free number', () => {
  assert.equal(freeSlug('phone', []), 'phone')
  assert.equal(freeSlug('phone', ['phone']), 'phone-2')
  assert.equal(freeSlug('phone', ['phone', 'phone-2', 'phone-4']), 'phone-3')
  assert.equal(freeSlug('phone', ['phone-2', 'phone-old']), 'phone')
})

test('the suggested name is one that the principal has not given', () => {
  assert.equal(suggestedName([]), 'Authenticator')
  assert.equal(suggestedName(['AUTHENTICATOR', 'Authenticator 3']), 'Authenticator 2')
})
