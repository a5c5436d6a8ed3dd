/** The vault in IndexedDB, with Web Locks and a BroadcastChannel between the pages of this origin. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Kept, News, VaultStore } from './vault-store.ts'

const DATABASE = 'sallyport-authenticator'
const LOCK = 'sallyport-vault'
const CHANNEL = 'sallyport-vault'
/** The newest first; a write moves each one place on. */
const PLACES = ['newest', 'before', 'oldest'] as const

interface Schema extends DBSchema {
  vault: { key: (typeof PLACES)[number]; value: Kept }
  keys: { key: string; value: CryptoKey }
}

/** Opens the database, making it where there is none. */
export async function openIdbStore(): Promise<VaultStore> {
  const database = await openDB<Schema>(DATABASE, 1, {
    upgrade(made) {
      made.createObjectStore('vault')
      made.createObjectStore('keys')
    },
  })
  const channel = new BroadcastChannel(CHANNEL)
  return {
    read: () => database.get('vault', 'newest'),
    async older() {
      const found = await Promise.all([database.get('vault', 'before'), database.get('vault', 'oldest')])
      return found.filter((kept) => kept !== undefined)
    },
    replace: (after, file, newest = 'kept') => replace(database, after, file, newest),
    async dropOlder() {
      const write = database.transaction('vault', 'readwrite', { durability: 'strict' })
      await Promise.all([write.store.delete('before'), write.store.delete('oldest'), write.done])
    },
    deviceKey: (vaultId) => database.get('keys', vaultId),
    async keepDeviceKey(vaultId, key) {
      await database.put('keys', key, vaultId)
    },
    forgetDeviceKey: (vaultId) => database.delete('keys', vaultId),
    watch(onNews) {
      const listen = (event: MessageEvent<News>): void => onNews(event.data)
      channel.addEventListener('message', listen)
      return () => channel.removeEventListener('message', listen)
    },
    tell: (news) => channel.postMessage(news),
    alone: (work) => navigator.locks.request(LOCK, work),
  }
}

async function replace(
  database: IDBPDatabase<Schema>,
  after: number,
  file: Uint8Array,
  place: 'kept' | 'written_over',
): Promise<boolean> {
  const write = database.transaction('vault', 'readwrite', { durability: 'strict' })
  const [newest, before] = await Promise.all([write.store.get('newest'), write.store.get('before')])
  if ((newest?.generation ?? 0) !== after) {
    write.abort()
    await write.done.catch(() => undefined)
    return false
  }
  if (place === 'kept') {
    if (before !== undefined) await write.store.put(before, 'oldest')
    if (newest !== undefined) await write.store.put(newest, 'before')
  }
  await write.store.put({ generation: after + 1, file }, 'newest')
  await write.done
  const written = await database.get('vault', 'newest')
  if (written?.generation !== after + 1 || !sameBytes(written.file, file))
    throw new Error('what was written is not what is read back')
  return true
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
