/** Derivations give what their documents say, and nothing runs beyond its bounds. */
import assert from 'node:assert/strict'
import { argon2Sync, pbkdf2Sync, scryptSync } from 'node:crypto'
import { test } from 'node:test'
import { argon2, pbkdf2, scrypt } from './bounded.ts'

const salt = Uint8Array.from({ length: 16 }, (_, index) => index)

test('derives what the platform derives', async () => {
  const rounds = 7
  for (const [hash, name] of [
    ['SHA-1', 'sha1'],
    ['SHA-256', 'sha256'],
    ['SHA-512', 'sha512'],
  ] as const) {
    const expected = new Uint8Array(pbkdf2Sync('pässword', salt, rounds, 32, name))
    assert.deepEqual(await pbkdf2('pässword', salt, { hash, rounds }), expected)
  }
  const scrypted = new Uint8Array(scryptSync('pässword', salt, 32, { N: 16, r: 8, p: 2 }))
  assert.deepEqual(await scrypt('pässword', salt, { n: 16, r: 8, p: 2 }), scrypted)
  const message = { message: 'pässword', nonce: salt, parallelism: 2, tagLength: 32, memory: 64, passes: 2 }
  const argon = new Uint8Array(argon2Sync('argon2id', message))
  assert.deepEqual(await argon2('pässword', salt, { memoryKiB: 64, passes: 2, lanes: 2 }), argon)
})

test('runs nothing beyond its bounds', async () => {
  const costly = 'derivation_too_costly'
  assert.equal(await pbkdf2('x', salt, { hash: 'SHA-1', rounds: 10_000_001 }), costly)
  assert.equal(await scrypt('x', salt, { n: 2 ** 21, r: 1, p: 1 }), costly)
  assert.equal(await scrypt('x', salt, { n: 2 ** 20, r: 9, p: 1 }), costly)
  assert.equal(await scrypt('x', salt, { n: 2 ** 15, r: 8, p: 1000 }), costly)
  assert.equal(await scrypt('x', salt, { n: 2, r: 2 ** 30, p: 2 ** 30 }), costly)
  assert.equal(await argon2('x', salt, { memoryKiB: 2 ** 20 + 1, passes: 1, lanes: 1 }), costly)
  assert.equal(await argon2('x', salt, { memoryKiB: 2 ** 20, passes: 9, lanes: 1 }), costly)
  assert.equal(await argon2('x', salt, { memoryKiB: 8, passes: 2 ** 40, lanes: 1 }), costly)
})

test('calls costs that no program writes damage', async () => {
  for (const bad of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(await pbkdf2('x', salt, { hash: 'SHA-1', rounds: bad }), 'file_damaged')
    assert.equal(await scrypt('x', salt, { n: 16, r: bad, p: 1 }), 'file_damaged')
    assert.equal(await argon2('x', salt, { memoryKiB: 64, passes: bad, lanes: 1 }), 'file_damaged')
  }
  assert.equal(await scrypt('x', salt, { n: 1000, r: 8, p: 1 }), 'file_damaged')
  assert.equal(await argon2('x', salt, { memoryKiB: 7, passes: 1, lanes: 1 }), 'file_damaged')
})
