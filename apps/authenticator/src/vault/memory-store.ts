/** A store in memory for tests: several pages may share one, as the pages of an origin do. */
import type { Kept, News, VaultStore } from './vault-store.ts'

export type MemoryDisk = {
  readonly kept: Kept[]
  readonly keys: Map<string, CryptoKey>
  readonly pages: Set<(news: News) => void>
  /** Waited for before each reading, writing and turn, so that a test can put pages in any order. */
  readonly pause: () => Promise<void>
  queue: Promise<unknown>
}

export function memoryDisk(pause: MemoryDisk['pause'] = async () => undefined): MemoryDisk {
  return { kept: [], keys: new Map(), pages: new Set(), pause, queue: Promise.resolve() }
}

/** One page's view of the disk. */
export function memoryStore(disk: MemoryDisk): VaultStore {
  let own: ((news: News) => void) | undefined
  return {
    async read() {
      await disk.pause()
      const newest = disk.kept[0]
      await disk.pause()
      return newest
    },
    older: async () => disk.kept.slice(1),
    async replace(after, file, newest = 'kept') {
      await disk.pause()
      if ((disk.kept[0]?.generation ?? 0) !== after) return false
      disk.kept.splice(0, newest === 'written_over' ? 1 : 0, { generation: after + 1, file })
      disk.kept.splice(3)
      return true
    },
    async dropOlder() {
      disk.kept.splice(1)
    },
    deviceKey: async (vaultId) => disk.keys.get(vaultId),
    async keepDeviceKey(vaultId, key) {
      disk.keys.set(vaultId, key)
    },
    async forgetDeviceKey(vaultId) {
      disk.keys.delete(vaultId)
    },
    watch(onNews) {
      own = onNews
      disk.pages.add(onNews)
      return () => disk.pages.delete(onNews)
    },
    tell(news) {
      for (const page of disk.pages) if (page !== own) void disk.pause().then(() => page(news))
    },
    alone(work) {
      const turn = disk.queue.then(disk.pause).then(work)
      disk.queue = turn.catch(() => undefined)
      return turn
    },
  }
}
