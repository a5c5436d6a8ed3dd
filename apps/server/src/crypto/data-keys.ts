/** The data keys under which records are sealed: wrapped by the root key, kept in the database, open only in memory. */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { Sql } from '../db/database.ts'
import type { Instant } from '../kernel/clock.ts'
import type { Random } from '../kernel/random.ts'
import type { Secret } from '../kernel/secret.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export type DataKeys = {
  readonly active: () => { readonly keyId: string; readonly key: Uint8Array }
  readonly find: (keyId: string) => Uint8Array | undefined
}

type Tables = {
  data_key: {
    key_id: string
    purpose: string
    state: string
    root_id: string
    wrapped: string
    created_at: number
  }
}

/** The root key does not open the data keys of this database. */
export class RootKeyMismatch extends Error {
  constructor() {
    super('the root key does not open the keys of this database; give the root key that made it')
    this.name = 'RootKeyMismatch'
  }
}

/**
 * Opens every data key of this database, making the first where there is none. Must run inside a transaction.
 *
 * Throws `RootKeyMismatch` when the root key is another one; a new key is never made in place of one that does not open.
 */
export async function loadDataKeys(
  sql: Sql,
  rootKey: Secret<Uint8Array>,
  random: Random,
  now: Instant,
): Promise<DataKeys> {
  const db = sql.withTables<Tables>()
  const rows = await db.selectFrom('data_key').selectAll().where('state', '!=', 'destroyed').execute()
  if (rows.length === 0) {
    const keyId = Buffer.from(random.bytes(8)).toString('hex')
    const row = {
      key_id: keyId,
      purpose: 'records',
      state: 'active',
      root_id: rootIdOf(rootKey),
      wrapped: wrap(rootKey, keyId, random.bytes(KEY_BYTES), random),
      created_at: now,
    }
    await db.insertInto('data_key').values(row).execute()
    rows.push(row)
  }
  const open = new Map(rows.map((row) => [row.key_id, unwrap(rootKey, row.key_id, row.wrapped)]))
  const activeId = rows.find((row) => row.state === 'active')?.key_id
  const activeKey = activeId === undefined ? undefined : open.get(activeId)
  if (activeId === undefined || activeKey === undefined)
    throw new Error('the database has no active data key')
  return {
    active: () => ({ keyId: activeId, key: activeKey }),
    find: (keyId) => open.get(keyId),
  }
}

/** Names a root key without telling anything of it. */
export function rootIdOf(rootKey: Secret<Uint8Array>): string {
  return createHash('sha256').update('sallyport root id\0').update(rootKey.open()).digest('hex').slice(0, 16)
}

function wrap(rootKey: Secret<Uint8Array>, keyId: string, key: Uint8Array, random: Random): string {
  const nonce = random.bytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', rootKey.open(), nonce)
  cipher.setAAD(Buffer.from(`data_key\0${keyId}\0records`))
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

function unwrap(rootKey: Secret<Uint8Array>, keyId: string, wrapped: string): Uint8Array {
  try {
    const bytes = Buffer.from(wrapped, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', rootKey.open(), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(`data_key\0${keyId}\0records`))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
    return new Uint8Array(
      Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]),
    )
  } catch {
    throw new RootKeyMismatch()
  }
}
