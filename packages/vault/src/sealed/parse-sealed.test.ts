/** A file is looked at with doubt before anything in it is run. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openVault } from './open-vault.ts'
import { parseSealed, writeSealed } from './parse-sealed.ts'
import type { SealedVault } from './sealed-vault.ts'

const base64 = (length: number): string => Buffer.alloc(length, 7).toString('base64')
const SLOT = {
  id: '0011223344556677',
  nonce: base64(12),
  key: base64(48),
  kind: 'passphrase',
  kdf: { name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1, salt: base64(16) },
} as const
const SEALED: SealedVault = {
  format: 'sallyport-vault',
  version: 1,
  id: '00112233445566778899aabbccddeeff',
  slots: [SLOT],
  nonce: base64(12),
  data: base64(16 * 1024 + 16),
}

function problemOf(value: unknown): string {
  const read = parseSealed(new TextEncoder().encode(JSON.stringify(value)))
  return read.ok ? 'ok' : read.problem
}

function withKdf(kdf: Readonly<Record<string, unknown>>): unknown {
  return { ...SEALED, slots: [{ ...SLOT, kdf: { ...SLOT.kdf, ...kdf } }] }
}

test('a whole file is read as it was written', () => {
  const read = parseSealed(writeSealed(SEALED))
  assert.ok(read.ok)
  assert.deepEqual(read.sealed, SEALED)
})

test('the data has one spelling: not even bits that say nothing may be altered', () => {
  assert.match(SEALED.data, /BwcHBwc=$/)
  assert.equal(problemOf({ ...SEALED, data: SEALED.data.replace(/c=$/, 'd=') }), 'damaged')
  assert.equal(problemOf({ ...SEALED, data: SEALED.data.replace('=', '') }), 'damaged')
  assert.equal(problemOf({ ...SEALED, data: ` ${SEALED.data}` }), 'damaged')
})

test('a derivation that cannot be run is refused, and not run', () => {
  assert.equal(problemOf(withKdf({})), 'ok')
  for (const kdf of [
    { memoryKiB: 8, lanes: 2 },
    { memoryKiB: 0 },
    { memoryKiB: 1.5 },
    { memoryKiB: -64 },
    { memoryKiB: '64' },
    { passes: 0 },
    { lanes: 0 },
    { name: 'md5' },
    { salt: base64(15) },
  ])
    assert.equal(problemOf(withKdf(kdf)), 'damaged', JSON.stringify(kdf))
})

test('a file that asks for 8 GiB, or for a day of rounds, is refused without a round', async () => {
  for (const kdf of [
    { memoryKiB: 8 * 1024 * 1024 },
    { memoryKiB: Number.MAX_SAFE_INTEGER },
    { passes: 1_000_000 },
  ]) {
    const read = parseSealed(new TextEncoder().encode(JSON.stringify(withKdf(kdf))))
    assert.ok(read.ok)
    let rounds = 0
    const opened = await openVault(read.sealed, { kind: 'passphrase', passphrase: 'any' }, () => {
      rounds += 1
    })
    assert.deepEqual(opened, { ok: false, problem: 'derivation_too_costly' })
    assert.equal(rounds, 0)
  }
})

test('slots of an unknown kind, none, or far too many are refused', () => {
  for (const slots of [[], [{ ...SLOT, kind: 'duress' }], Array(65).fill(SLOT), {}, [null], ['x']])
    assert.equal(problemOf({ ...SEALED, slots }), 'damaged')
})

test('no bytes and no JSON make the reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.equal(parseSealed(bytes).ok, false)
    }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(SEALED).filter((name) => name !== 'format')),
      fc.jsonValue(),
      (name, value) => {
        const problem = problemOf({ ...SEALED, [name]: value })
        assert.ok(problem === 'damaged' || problem === 'version_newer' || problem === 'ok')
      },
    ),
  )
})
