/** What people do to their accounts, and what becomes of it on disk. */
import assert from 'node:assert/strict'
import { beforeEach, suite, test } from 'node:test'
import { type Entry, openVault, parseSealed } from '@sallyport/vault'
import { addedSinceBackup } from './backed-up.ts'
import { VaultKeeper } from './keeper.ts'
import { type MemoryDisk, memoryDisk, memoryStore } from './memory-store.ts'
import { draft } from './testing-pages.ts'
import { type VaultActions, vaultActions } from './vault-actions.ts'

const DAY = 24 * 60 * 60 * 1000
let clock = 1_700_000_000_000
let count = 0
const ports = {
  now: () => clock,
  random: {
    bytes(length: number) {
      count += 1
      return Uint8Array.from({ length }, (_, index) => (count * 41 + index * 13 + (count >> 6)) % 256)
    },
  },
}
/** Enough for a test. */
const kdf = { name: 'argon2id', memoryKiB: 8, passes: 1, lanes: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==' } as const
let disk: MemoryDisk
let keeper: VaultKeeper
let actions: VaultActions

suite('vault actions', () => {
  beforeEach(async () => {
    disk = memoryDisk()
    keeper = new VaultKeeper(memoryStore(disk), ports)
    actions = vaultActions(keeper, { ...ports, kdf })
    await keeper.load()
    const { addRecoverySlot } = await import('@sallyport/vault')
    await keeper.create(async (open) => (await addRecoverySlot(open, ports.random)).open)
  })

  function open() {
    const state = keeper.state()
    assert.ok(state.state === 'open')
    return state.open
  }

  function entries(): readonly Entry[] {
    return open().content.entries
  }

  test('the bin keeps what was removed for 30 days, and undo takes it out', async () => {
    const [a, b] = await actions.add([draft('a'), draft('b')])
    assert.ok(a && b)
    await actions.remove([a.id, b.id])
    await actions.restore([b.id])
    assert.deepEqual(
      entries().map((entry) => entry.removedAt === undefined),
      [false, true],
    )
    clock += 29 * DAY
    await actions.add([draft('c')])
    assert.equal(entries().length, 3)
    clock += 2 * DAY
    await actions.add([draft('d')])
    assert.deepEqual(
      entries().map((entry) => entry.account),
      ['b', 'c', 'd'],
    )
  })

  test('the next code of a counter is counted on disk, and can be taken back', async () => {
    const code = { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 7n } as const
    const [a] = await actions.add([{ ...draft('a'), code }])
    assert.ok(a)
    await actions.nextCounter(a.id)
    assert.deepEqual(entries()[0]?.code, { ...code, counter: 8n })
    await actions.nextCounter(a.id, -1n)
    assert.deepEqual(entries()[0]?.code, code)
  })

  test('accounts are put in order by hand', async () => {
    const [a, , c] = await actions.add([draft('a'), draft('b'), draft('c')])
    assert.ok(a && c)
    await actions.moveBefore(c.id, a.id)
    assert.equal(
      entries()
        .map((entry) => entry.account)
        .join(''),
      'cab',
    )
    await actions.moveBefore(c.id, undefined)
    assert.equal(
      entries()
        .map((entry) => entry.account)
        .join(''),
      'abc',
    )
  })

  test('what has lain in the bin for 30 days goes without anything being added, and nothing is written else', async () => {
    const [a, b] = await actions.add([draft('a'), draft('b')])
    assert.ok(a !== undefined && b !== undefined)
    await actions.remove([a.id])
    clock += 29 * DAY
    await actions.remove([b.id])
    const written = disk.kept[0]
    await actions.emptyOldBin()
    assert.equal(disk.kept[0], written)
    clock += DAY
    await actions.emptyOldBin()
    assert.deepEqual(
      entries().map(({ account }) => account),
      ['b'],
    )
  })

  test('how many accounts came since the last backup is counted', async () => {
    const [, b] = await actions.add([draft('a'), draft('b')])
    assert.ok(b !== undefined)
    assert.equal(addedSinceBackup(open().content), 2)
    await actions.remove([b.id])
    assert.equal(addedSinceBackup(open().content), 1)
    await actions.noteBackup()
    assert.equal(addedSinceBackup(open().content), 0)
    assert.equal(open().content.settings.backedUpAt, clock)
    clock += 1
    await actions.add([draft('c')])
    assert.equal(addedSinceBackup(open().content), 1)
  })

  test('a backup file opens with its passphrase and holds no way in of this device', async () => {
    await actions.add([draft('a')])
    await actions.addDevice()
    const file = await actions.backupFile('lighthouse kettle orbit')
    const read = parseSealed(file)
    assert.ok(read.ok)
    assert.deepEqual(
      read.sealed.slots.map((slot) => slot.kind),
      ['passphrase'],
    )
    const opened = await openVault(read.sealed, { kind: 'passphrase', passphrase: 'lighthouse kettle orbit' })
    assert.ok(opened.ok && opened.open.content.entries[0]?.account === 'a')
    const own = parseSealed(await actions.backupFile(undefined))
    assert.ok(own.ok)
    assert.deepEqual(
      own.sealed.slots.map((slot) => slot.kind),
      ['recovery'],
    )
  })

  test('with the last way in of this browser its key goes too', async () => {
    await actions.addDevice()
    assert.equal(disk.keys.size, 1)
    const device = open().slots.find((slot) => slot.kind === 'device')
    assert.ok(device)
    await actions.removeWayIn(device.id)
    assert.equal(disk.keys.size, 0)
  })

  test('a changed passphrase opens in the place of the old one, which opens nothing any more', async () => {
    await actions.addPassphrase('lighthouse kettle orbit')
    const old = open().slots.find((slot) => slot.kind === 'passphrase')
    assert.ok(old)
    await actions.changePassphrase(old.id, 'a quite different one')
    keeper.lock()
    assert.equal(await keeper.unlock({ kind: 'passphrase', passphrase: 'lighthouse kettle orbit' }), 'wrong')
    assert.equal(await keeper.unlock({ kind: 'passphrase', passphrase: 'a quite different one' }), undefined)
    assert.equal(disk.kept.length, 1)
  })

  test('the last way in stays', async () => {
    const [only] = open().slots
    assert.ok(only)
    assert.equal(await actions.removeWayIn(only.id), 'last_slot')
    await actions.addRecoveryKey()
    assert.equal(disk.kept.length, 2)
    assert.equal(await actions.removeWayIn(only.id), undefined)
    assert.equal(open().slots.length, 1)
    assert.equal(disk.kept.length, 1, 'no generation is left that the removed key opens')
  })
})
