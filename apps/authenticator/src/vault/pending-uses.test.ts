/** Uses of accounts: shown at once, kept with the next write, and never a reason to lose a generation. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VaultKeeper } from './keeper.ts'
import { type MemoryDisk, memoryDisk, memoryStore } from './memory-store.ts'
import { accounts, add, firstPage, ports, secondPage, until } from './testing-pages.ts'

/** How often each account was used, as a page that opens now sees it. */
async function usesOnDisk(disk: MemoryDisk, recoveryKey: string): Promise<Readonly<Record<string, number>>> {
  const state = (await secondPage(disk, recoveryKey)).state()
  assert.ok(state.state === 'open')
  return Object.fromEntries(state.open.content.entries.map(({ account, uses }) => [account, uses]))
}

function idOf(keeper: VaultKeeper, account: string): string {
  const state = keeper.state()
  const found =
    state.state === 'open' && state.open.content.entries.find((entry) => entry.account === account)
  assert.ok(found)
  return found.id
}

function shownUses(keeper: VaultKeeper): readonly number[] {
  const state = keeper.state()
  return state.state === 'open' ? state.open.content.entries.map(({ uses }) => uses) : []
}

test('a use is shown at once, and written once, when the page is left, over the newest generation', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  for (const account of ['a', 'b']) await add(keeper, account)
  const before = disk.kept.slice(1)
  const id = idOf(keeper, 'a')
  for (const at of [1, 3, 2]) keeper.noteUse({ id, at })
  assert.deepEqual(shownUses(keeper), [3, 0])
  assert.deepEqual(
    disk.kept.map(({ generation }) => generation),
    [3, 2, 1],
  )
  await keeper.keepUses()
  await keeper.keepUses()
  assert.deepEqual(
    disk.kept.map(({ generation }) => generation),
    [4, 2, 1],
  )
  assert.deepEqual(disk.kept.slice(1), before)
  assert.deepEqual(await usesOnDisk(disk, recoveryKey), { a: 3, b: 0 })
  const state = (await secondPage(disk, recoveryKey)).state()
  assert.ok(state.state === 'open' && state.open.content.entries[0]?.usedAt === 3)
})

test('a change takes the uses to the disk with it, and they are counted once', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  await add(keeper, 'a')
  keeper.noteUse({ id: idOf(keeper, 'a'), at: 1 })
  await add(keeper, 'b')
  assert.deepEqual(await usesOnDisk(disk, recoveryKey), { a: 1, b: 0 })
  await keeper.keepUses()
  assert.deepEqual(shownUses(keeper), [1, 0])
  assert.equal(disk.kept[0]?.generation, 3)
})

test('a change that fails or changes nothing keeps the uses for the next', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  await add(keeper, 'a')
  keeper.noteUse({ id: idOf(keeper, 'a'), at: 1 })
  await keeper.changeVault(async (open) => open)
  await assert.rejects(
    keeper.changeVault(async () => {
      throw new Error('no')
    }),
  )
  assert.deepEqual(await usesOnDisk(disk, recoveryKey), { a: 0 })
  await keeper.keepUses()
  assert.deepEqual(await usesOnDisk(disk, recoveryKey), { a: 1 })
})

test('a lock takes the uses of every page to the disk, and what another page added stays', async () => {
  const disk = memoryDisk()
  const { keeper: one, recoveryKey } = await firstPage(disk)
  await add(one, 'a')
  const two = await secondPage(disk, recoveryKey)
  one.noteUse({ id: idOf(one, 'a'), at: 1 })
  two.noteUse({ id: idOf(two, 'a'), at: 2 })
  await add(two, 'b')
  two.noteUse({ id: idOf(two, 'b'), at: 3 })
  await one.lock()
  await until(() => two.state().state === 'locked')
  await disk.queue
  assert.deepEqual(await usesOnDisk(disk, recoveryKey), { a: 2, b: 1 })
})

test('a page that locks alone leaves the others open, and forgets its own key', async () => {
  const disk = memoryDisk()
  const { keeper: one, recoveryKey } = await firstPage(disk)
  await add(one, 'a')
  const two = await secondPage(disk, recoveryKey)
  const held = one.state()
  assert.ok(held.state === 'open')
  one.noteUse({ id: idOf(one, 'a'), at: 1 })
  await one.lockHere()
  await until(() => one.state().state === 'locked')
  assert.ok(held.open.masterKey.every((byte) => byte === 0))
  await until(() => shownUses(two)[0] === 1)
  await add(two, 'b')
  assert.deepEqual(accounts(two), ['a', 'b'])
  assert.deepEqual(await usesOnDisk(disk, recoveryKey), { a: 1, b: 0 })
})

test('for a use nothing is written over that cannot be read', async () => {
  const disk = memoryDisk()
  const { keeper, recoveryKey } = await firstPage(disk)
  await add(keeper, 'a')
  await add(keeper, 'b')
  const newest = disk.kept[0]
  assert.ok(newest !== undefined)
  const damaged = { ...newest, file: newest.file.subarray(0, 100) }
  disk.kept[0] = damaged
  const again = new VaultKeeper(memoryStore(disk), ports)
  await again.load()
  await again.takeOlder()
  assert.equal(await again.unlock({ kind: 'recovery', recoveryKey }), undefined)
  again.noteUse({ id: idOf(again, 'a'), at: 1 })
  await again.keepUses()
  await again.lock()
  assert.equal(disk.kept[0], damaged)
})
