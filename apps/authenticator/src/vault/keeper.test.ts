/** The keeper: several pages over one disk lose nothing, and what cannot be read is left alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addDeviceSlot,
  addPassphraseSlot,
  addRecoverySlot,
  createVault,
  makeEntry,
  parseSealed,
} from '@sallyport/vault'
import fc from 'fast-check'
import { VaultKeeper } from './keeper.ts'
import { memoryDisk, memoryStore } from './memory-store.ts'
import { accounts, add, draft, firstPage, ports, secondPage, until } from './testing-pages.ts'

/** Enough for a test. */
const CHEAP = {
  name: 'argon2id',
  memoryKiB: 1024,
  passes: 4,
  lanes: 1,
  salt: 'AAECAwQFBgcICQoLDA0ODw==',
} as const

test('two pages that add at once lose neither account, and each shows both', async () => {
  const disk = memoryDisk()
  const { keeper: one, recoveryKey } = await firstPage(disk)
  const two = await secondPage(disk, recoveryKey)
  await Promise.all([add(one, 'a'), add(two, 'b'), add(one, 'c'), add(two, 'd')])
  await until(() => accounts(one).length === 4 && accounts(two).length === 4)
  const three = await secondPage(disk, recoveryKey)
  assert.deepEqual([...accounts(three)].sort(), ['a', 'b', 'c', 'd'])
})

test('whatever the order in which pages read, write and hear of each other, no change is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 6 }), { minLength: 40, maxLength: 40 }), async (turns) => {
      let at = 0
      const disk = memoryDisk(async () => {
        const waits = turns[at % turns.length] ?? 0
        at += 1
        for (let turn = 0; turn < waits; turn += 1) await new Promise(setImmediate)
      })
      const { keeper: one, recoveryKey } = await firstPage(disk)
      const two = await secondPage(disk, recoveryKey)
      await Promise.all([add(one, 'a'), add(two, 'b')])
      await Promise.all([add(two, 'c'), add(one, 'd'), add(two, 'e')])
      await until(() => accounts(one).length === 5 && accounts(two).length === 5)
      assert.deepEqual([...accounts(await secondPage(disk, recoveryKey))].sort(), ['a', 'b', 'c', 'd', 'e'])
    }),
    { numRuns: 40 },
  )
})

test('locking one page locks them all and leaves no key in memory', async () => {
  const disk = memoryDisk()
  const { keeper: one, recoveryKey } = await firstPage(disk)
  const two = await secondPage(disk, recoveryKey)
  const held = two.state()
  assert.ok(held.state === 'open')
  one.lock()
  await until(() => one.state().state === 'locked' && two.state().state === 'locked')
  assert.ok(held.open.masterKey.every((byte) => byte === 0))
  await assert.rejects(add(two, 'x'), /locked/)
  assert.equal(await two.unlock({ kind: 'recovery', recoveryKey: 'AAAA'.repeat(8) }), 'wrong')
})

test('a vault with a key of the browser opens by itself', async () => {
  const disk = memoryDisk()
  const keeper = new VaultKeeper(memoryStore(disk), ports)
  await keeper.load()
  await keeper.create(async (open) => addDeviceSlot(open, await keeper.newDeviceKey(open.id), ports.random))
  await add(keeper, 'a')
  const again = new VaultKeeper(memoryStore(disk), ports)
  await again.load()
  assert.deepEqual(accounts(again), ['a'])
})

test('what cannot be read is not written over, and the generation before can be taken', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  await add(keeper, 'a')
  await add(keeper, 'b')
  const newest = disk.kept[0]
  assert.ok(newest !== undefined)
  disk.kept[0] = { ...newest, file: newest.file.subarray(0, 100) }
  const again = new VaultKeeper(memoryStore(disk), ports)
  await again.load()
  assert.deepEqual(again.state(), { state: 'damaged', problem: 'damaged', older: true })
  await assert.rejects(again.create(async (open) => (await addRecoverySlot(open, ports.random)).open))
  assert.equal(disk.kept[0]?.file.length, 100)
  await again.takeOlder()
  assert.equal(await again.unlock({ kind: 'recovery', recoveryKey }), undefined)
  assert.deepEqual(accounts(again), ['a'])
})

test('the one before can be passed over too, and the next change keeps what was damaged', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  for (const account of ['a', 'b', 'c']) await add(keeper, account)
  for (const place of [0, 1]) {
    const kept = disk.kept[place]
    assert.ok(kept !== undefined)
    disk.kept[place] = { ...kept, file: kept.file.subarray(0, 100) }
  }
  const again = new VaultKeeper(memoryStore(disk), ports)
  await again.load()
  await again.takeOlder()
  assert.deepEqual(again.state(), { state: 'damaged', problem: 'damaged', older: true })
  await again.takeOlder()
  assert.equal(await again.unlock({ kind: 'recovery', recoveryKey }), undefined)
  await add(again, 'd')
  assert.deepEqual(accounts(again), ['a', 'd'])
  assert.deepEqual(
    disk.kept.map((kept) => [kept.generation, kept.file.length === 100]),
    [
      [5, false],
      [4, true],
      [3, true],
    ],
  )
})

test('a restored vault takes the place of one that cannot be read, which stays before it', async () => {
  const disk = memoryDisk()
  disk.kept.push({ generation: 7, file: new Uint8Array([1, 2, 3]) })
  const keeper = new VaultKeeper(memoryStore(disk), ports)
  await keeper.load()
  assert.deepEqual(keeper.state(), { state: 'damaged', problem: 'not_a_vault', older: false })
  const { open } = await addRecoverySlot(createVault(ports.random), ports.random)
  await keeper.adopt(open)
  await assert.rejects(keeper.adopt(open), /already/)
  assert.deepEqual(
    disk.kept.map((kept) => kept.generation),
    [8, 7],
  )
})

test('of two pages that make a vault at once one does, and nothing lies over what it made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 6 }), { minLength: 20, maxLength: 20 }), async (turns) => {
      let at = 0
      const disk = memoryDisk(async () => {
        const waits = turns[at % turns.length] ?? 0
        at += 1
        for (let turn = 0; turn < waits; turn += 1) await new Promise(setImmediate)
      })
      const pages = [new VaultKeeper(memoryStore(disk), ports), new VaultKeeper(memoryStore(disk), ports)]
      for (const page of pages) await page.load()
      const keys: string[] = []
      const made = await Promise.allSettled(
        pages.map((page) =>
          page.create(async (open) => {
            const { open: protectedVault, recoveryKey } = await addRecoverySlot(open, ports.random)
            keys.push(recoveryKey)
            return protectedVault
          }),
        ),
      )
      const winner = made.findIndex(({ status }) => status === 'fulfilled')
      assert.deepEqual(made.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
      assert.equal(disk.kept.length, 1)
      const [kept] = disk.kept
      const state = pages[winner]?.state()
      assert.ok(kept !== undefined && state?.state === 'open')
      const read = parseSealed(kept.file)
      assert.ok(read.ok && read.sealed.id === state.open.id)
    }),
    { numRuns: 60 },
  )
})

test('a lock during a change stays, and what is written opens with its own key', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  await keeper.changeVault(async (open) => {
    keeper.lock()
    return {
      ...open,
      content: { ...open.content, entries: [makeEntry(draft('a'), { now: 1, random: ports.random })] },
    }
  })
  await until(() => keeper.state().state === 'locked')
  assert.equal(await keeper.unlock({ kind: 'recovery', recoveryKey }), undefined)
  assert.deepEqual(accounts(keeper), ['a'])
})

test('what another page wrote while this one was unlocking is not lost', async () => {
  const disk = memoryDisk()
  const { keeper: one, recoveryKey } = await firstPage(disk)
  const two = new VaultKeeper(memoryStore(disk), ports)
  await two.load()
  await one.changeVault((open) =>
    addPassphraseSlot(open, 'lighthouse', { random: ports.random, kdf: { ...CHEAP } }),
  )
  await until(() => two.state().state === 'locked')
  const unlocking = two.unlock({ kind: 'passphrase', passphrase: 'lighthouse' }, () => undefined)
  await add(one, 'a')
  assert.equal(await unlocking, undefined)
  await add(two, 'b')
  await until(() => accounts(one).length === 2)
  assert.deepEqual(accounts(await secondPage(disk, recoveryKey)), ['a', 'b'])
})

test('only three generations are kept', async () => {
  const disk = memoryDisk()
  const { keeper } = await firstPage(disk)
  for (const account of ['a', 'b', 'c', 'd']) await add(keeper, account)
  assert.deepEqual(
    disk.kept.map((kept) => kept.generation),
    [5, 4, 3],
  )
})
