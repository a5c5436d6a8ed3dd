/** A store in memory for tests: several pages may share one, as the pages of an origin do. */
import type { Kept, News, VaultStore } from './vault-store.ts'

export type MemoryDisk = {
  readonly kept: Kept[]
  readonly keys: Map<string, CryptoKey>
  readonly pages: Set<(news: News) => void>
  queue: Promise<unknown>
}

export function memoryDisk(): MemoryDisk {
  return { kept: [], keys: new Map(), pages: new Set(), queue: Promise.resolve() }
}

/** One page's view of the disk. */
export function memoryStore(disk: MemoryDisk): VaultStore {
  let own: ((news: News) => void) | undefined
  return {
    read: async () => disk.kept[0],
    older: async () => disk.kept.slice(1),
    async replace(after, file) {
      if ((disk.kept[0]?.generation ?? 0) !== after) return false
      disk.kept.unshift({ generation: after + 1, file })
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
      for (const page of disk.pages) if (page !== own) page(news)
    },
    alone(work) {
      const turn = disk.queue.then(work)
      disk.queue = turn.catch(() => undefined)
      return turn
    },
  }
}
