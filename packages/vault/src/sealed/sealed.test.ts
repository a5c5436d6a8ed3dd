/** The sealed vault: every way in opens it, nothing altered does, and its size does not count the accounts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VaultContent } from '../entry/entry.ts'
import { makeEntry } from '../entry/make-entry.ts'
import type { Random } from '../random.ts'
import { forget, type OpenVault, openVault, type VaultKey } from './open-vault.ts'
import { parseSealed, writeSealed } from './parse-sealed.ts'
import { createVault, sealVault } from './seal-vault.ts'
import type { SealedVault } from './sealed-vault.ts'
import { newKdf } from './slot-keys.ts'
import { addDeviceSlot, addPasskeySlot, addPassphraseSlot, addRecoverySlot, removeSlot } from './slots.ts'

/** Foreseeable and never twice the same. */
function countedRandom(): Random {
  let count = 0
  return {
    bytes(length) {
      count += 1
      return Uint8Array.from({ length }, (_, index) => (count * 31 + index * 7) % 256)
    },
  }
}

const PASSPHRASE = 'lighthouse kettle orbit'
const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 }
const PRF = Uint8Array.from({ length: 32 }, (_, index) => index)
const PASSKEY = {
  credentialId: 'AAEC',
  prfSalt: Buffer.alloc(32, 3).toString('base64'),
  transports: ['internal'],
  rpId: 'codes.example.com',
}

function content(count: number): VaultContent['entries'] {
  const random = countedRandom()
  return Array.from({ length: count }, (_, number) =>
    makeEntry(
      {
        issuer: `Issuer ${number}`,
        account: `person${number}@example.com`,
        secret: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
        code: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
        tags: [],
        letter: '',
        note: '',
        pinned: false,
      },
      { now: 1_700_000_000_000, random },
    ),
  )
}

async function vaultWithAll() {
  const random = countedRandom()
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const empty = createVault(random)
  const held: OpenVault = { ...empty, content: { ...empty.content, entries: content(2) } }
  const one = await addPassphraseSlot(held, PASSPHRASE, { random, kdf: newKdf(random, CHEAP) })
  const two = await addRecoverySlot(one, random)
  const three = await addPasskeySlot(two.open, { ...PASSKEY, prfOutput: PRF }, random)
  const open = await addDeviceSlot(three, deviceKey, random)
  const sealed = await sealVault(open, random)
  const keys: readonly VaultKey[] = [
    { kind: 'passphrase', passphrase: PASSPHRASE },
    { kind: 'recovery', recoveryKey: two.recoveryKey },
    { kind: 'passkey', credentialId: PASSKEY.credentialId, prfOutput: PRF },
    { kind: 'device', key: deviceKey },
  ]
  return { random, open, sealed, keys }
}

function throughFile(sealed: SealedVault): SealedVault {
  const read = parseSealed(writeSealed(sealed))
  assert.ok(read.ok)
  return read.sealed
}

test('each way in opens the vault as it was sealed', async () => {
  const { open, sealed, keys } = await vaultWithAll()
  for (const key of keys) {
    const opened = await openVault(throughFile(sealed), key)
    assert.ok(opened.ok, key.kind)
    assert.deepEqual(opened.open, open)
  }
})

test('a recovery key may be typed as people read it', async () => {
  const { sealed, keys } = await vaultWithAll()
  const written = keys[1]?.kind === 'recovery' ? keys[1].recoveryKey : ''
  assert.match(written, /^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
  const typed = written.toLowerCase().replaceAll('-', ' ')
  assert.ok((await openVault(sealed, { kind: 'recovery', recoveryKey: typed })).ok)
})

test('what people have is wrong, or has no slot: it says so', async () => {
  const { open, sealed, random } = await vaultWithAll()
  const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  const wrong: readonly VaultKey[] = [
    { kind: 'passphrase', passphrase: `${PASSPHRASE} ` },
    { kind: 'recovery', recoveryKey: 'AAAA-AAAA' },
    { kind: 'recovery', recoveryKey: 'AAAA'.repeat(8) },
    { kind: 'passkey', credentialId: PASSKEY.credentialId, prfOutput: new Uint8Array(32) },
    { kind: 'device', key: other },
  ]
  for (const key of wrong) assert.deepEqual(await openVault(sealed, key), { ok: false, problem: 'wrong' })
  const unknown = { kind: 'passkey', credentialId: 'BBBB', prfOutput: PRF } as const
  assert.deepEqual(await openVault(sealed, unknown), { ok: false, problem: 'no_such_slot' })
  const alone = { ...open, slots: open.slots.filter((slot) => slot.kind === 'recovery') }
  const byPassphrase = { kind: 'passphrase', passphrase: PASSPHRASE } as const
  assert.deepEqual(await openVault(await sealVault(alone, random), byPassphrase), {
    ok: false,
    problem: 'no_such_slot',
  })
})

test('a vault that was altered anywhere, or cut short anywhere, opens with no key', async () => {
  const { sealed, keys } = await vaultWithAll()
  const file = writeSealed(sealed)
  const recovery = keys[1]
  assert.ok(recovery !== undefined)
  const opens = async (bytes: Uint8Array): Promise<boolean> => {
    const read = parseSealed(bytes)
    return read.ok && (await openVault(read.sealed, recovery)).ok
  }
  assert.ok(await opens(file))
  for (let at = 0; at < file.length - 1; at += at < 2500 ? 3 : 211) {
    const altered = Uint8Array.from(file)
    const was = altered[at] ?? 0
    // Another character of the same alphabet, so that the form alone gives nothing away.
    altered[at] = was === 0x41 ? 0x42 : 0x41
    assert.equal(await opens(altered), false, `byte ${at}`)
    assert.equal(await opens(file.subarray(0, at)), false, `cut at ${at}`)
  }
})

test('slots of another vault, and a slot added by somebody without the key, open nothing', async () => {
  const { sealed, keys } = await vaultWithAll()
  const thief = await vaultWithAll()
  const foreign = thief.sealed.slots.find((slot) => slot.kind === 'recovery')
  const recovery = keys[1]
  assert.ok(foreign !== undefined && recovery !== undefined)
  const added = { ...sealed, slots: [...sealed.slots, { ...foreign, id: '0011223344556677' }] }
  for (const key of keys) {
    const opened = await openVault(added, key)
    assert.ok(!opened.ok && opened.problem === 'damaged', key.kind)
  }
  const fewer = { ...sealed, slots: sealed.slots.filter((slot) => slot.kind !== 'device') }
  assert.deepEqual(await openVault(fewer, recovery), { ok: false, problem: 'damaged' })
})

test('what is run for a file is bounded before it runs', async () => {
  const { sealed } = await vaultWithAll()
  for (const cost of [{ memoryKiB: 8 * 1024 * 1024 }, { passes: 1000 }, { lanes: 99 }]) {
    const slots = sealed.slots.map((slot) =>
      slot.kind === 'passphrase' ? { ...slot, kdf: { ...slot.kdf, ...cost } } : slot,
    )
    const opened = await openVault({ ...sealed, slots }, { kind: 'passphrase', passphrase: PASSPHRASE })
    assert.deepEqual(opened, { ok: false, problem: 'derivation_too_costly' })
  }
})

test('the file is as long with one account as with ten, and holds no name in clear', async () => {
  const { open, random } = await vaultWithAll()
  const sizes = new Set<number>()
  for (const count of [0, 1, 10]) {
    const held = { ...open, content: { ...open.content, entries: content(count) } }
    const file = writeSealed(await sealVault(held, random))
    sizes.add(file.length)
    assert.ok(!/Issuer|person|HXDMVJ/.test(new TextDecoder().decode(file)))
  }
  assert.equal(sizes.size, 1)
})

test('each sealing has a nonce of its own', async () => {
  const { open, random } = await vaultWithAll()
  assert.notEqual((await sealVault(open, random)).nonce, (await sealVault(open, random)).nonce)
})

test('ways in are removed, but never the last, and passkeys never stay alone', async () => {
  const { open } = await vaultWithAll()
  const without = (vault: OpenVault, kind: string) => {
    const slot = vault.slots.find((one) => one.kind === kind)
    assert.ok(slot !== undefined, kind)
    return removeSlot(vault, slot.id)
  }
  const one = without(open, 'passphrase')
  assert.ok(typeof one === 'object')
  const two = without(one, 'device')
  assert.ok(typeof two === 'object')
  assert.equal(without(two, 'recovery'), 'passkeys_alone')
  const three = without(two, 'passkey')
  assert.ok(typeof three === 'object')
  assert.equal(without(three, 'recovery'), 'last_slot')
})

test('a file of a later version, of something else, or broken is told apart', () => {
  const problem = (text: string) => {
    const read = parseSealed(new TextEncoder().encode(text))
    return read.ok ? 'ok' : read.problem
  }
  assert.equal(problem('{"format":"sallyport-vault","version":2,"anything":true}'), 'version_newer')
  assert.equal(problem('{"format":"sallyport-vault","version":1}'), 'damaged')
  assert.equal(problem('{"format":"sallyport-vault","vers'), 'damaged')
  for (const text of ['', '[]', 'null', '{"version":1}', 'otpauth://totp/x'])
    assert.equal(problem(text), 'not_a_vault')
})

test('a vault without a slot is not sealed, and a forgotten one has no key', async () => {
  const vault = createVault(countedRandom())
  await assert.rejects(sealVault(vault, countedRandom()), RangeError)
  forget(vault)
  assert.ok(vault.masterKey.every((byte) => byte === 0))
})

test('content that could not be read again is not sealed, so that it never replaces what can be', async () => {
  const { open, random } = await vaultWithAll()
  const sealing = (change: Partial<VaultContent>) =>
    sealVault({ ...open, content: { ...open.content, ...change } }, random)
  const [entry] = open.content.entries
  assert.ok(entry !== undefined)
  const { settings } = open.content
  await sealing({})
  for (const change of [
    { entries: [{ ...entry, secret: '' }] },
    { entries: [{ ...entry, code: { ...entry.code, digits: 0 } } as typeof entry] },
    { settings: { ...settings, lockAfterMinutes: Number.POSITIVE_INFINITY } },
    { settings: { ...settings, clockOffsetMs: Number.NaN } },
  ])
    await assert.rejects(sealing(change), RangeError)
})
