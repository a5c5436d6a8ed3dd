/** Pages over one disk, for tests. */
import { addRecoverySlot, type EntryDraft, makeEntry } from '@sallyport/vault'
import type { Ports } from '../host/ports.ts'
import { VaultKeeper } from './keeper.ts'
import { type MemoryDisk, memoryStore } from './memory-store.ts'

let count = 0
export const ports: Ports = {
  now: () => 1_700_000_000_000,
  random: {
    bytes(length) {
      count += 1
      return Uint8Array.from({ length }, (_, index) => (count * 37 + index * 11 + (count >> 6)) % 256)
    },
  },
}

/** One that is like any other. */
export function draft(account: string): EntryDraft {
  return {
    issuer: 'ACME',
    account,
    secret: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
    code: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
    tags: [],
    letter: '',
    note: '',
    pinned: false,
  }
}

export function add(keeper: VaultKeeper, account: string): Promise<void> {
  return keeper.change((content) => ({
    ...content,
    entries: [...content.entries, makeEntry(draft(account), { now: ports.now(), random: ports.random })],
  }))
}

export function accounts(keeper: VaultKeeper): readonly string[] {
  const state = keeper.state()
  return state.state === 'open' ? state.open.content.entries.map((entry) => entry.account) : []
}

export async function firstPage(disk: MemoryDisk): Promise<{ keeper: VaultKeeper; recoveryKey: string }> {
  const keeper = new VaultKeeper(memoryStore(disk), ports)
  await keeper.load()
  let recoveryKey = ''
  await keeper.create(async (open) => {
    const made = await addRecoverySlot(open, ports.random)
    recoveryKey = made.recoveryKey
    return made.open
  })
  return { keeper, recoveryKey }
}

export async function secondPage(disk: MemoryDisk, recoveryKey: string): Promise<VaultKeeper> {
  const keeper = new VaultKeeper(memoryStore(disk), ports)
  await keeper.load()
  const problem = await keeper.unlock({ kind: 'recovery', recoveryKey })
  if (problem !== undefined) throw new Error(problem)
  return keeper
}

export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 20_000 && !holds(); turn += 1) await new Promise(setImmediate)
  if (!holds()) throw new Error('it does not come about')
}
