/** Exports entries as a file of Aegis, which most other apps read as well. */
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeBase64 } from '../base64.ts'
import type { Entry } from '../entry/entry.ts'
import type { Random } from '../random.ts'
import { gcmKey, gcmSeal } from '../sealed/gcm.ts'
import type { Progress } from '../sealed/slot-keys.ts'
import { aegisDatabase, whyNotAegis } from './aegis-database.ts'
import { type LeftOut, parted } from './left-out.ts'
import { newUuid } from './uuid.ts'

/** What Aegis itself runs; 32 MiB. */
const COST = { n: 32_768, r: 8, p: 1 }
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const NOTHING = new Uint8Array()

/**
 * Writes a vault of Aegis, without what lies in the bin.
 *
 * @param password its UTF-8 as it was typed; undefined writes every key in clear
 * @returns the file, and what Aegis has no word for
 *
 * Throws: RangeError for an empty password.
 * Aegis, docs/vault.md.
 */
export async function exportAegis(
  entries: readonly Entry[],
  password: string | undefined,
  ports: { readonly random: Random; readonly progress?: Progress },
): Promise<{ readonly file: Uint8Array; readonly leftOut: readonly LeftOut[] }> {
  const { taken, leftOut } = parted(entries, whyNotAegis)
  const database = aegisDatabase(taken, ports.random)
  const vault =
    password === undefined
      ? { version: 1, header: { slots: null, params: null }, db: database }
      : await encrypted(database, password, ports)
  return { file: new TextEncoder().encode(`${JSON.stringify(vault, undefined, 2)}\n`), leftOut }
}

async function encrypted(
  database: unknown,
  password: string,
  { random, progress }: { readonly random: Random; readonly progress?: Progress },
): Promise<unknown> {
  if (password === '') throw new RangeError('an empty password protects nothing')
  const masterKey = random.bytes(KEY_BYTES)
  const salt = random.bytes(KEY_BYTES)
  const derived = await scryptAsync(new TextEncoder().encode(password), salt, {
    N: COST.n,
    r: COST.r,
    p: COST.p,
    dkLen: KEY_BYTES,
    ...(progress === undefined ? {} : { onProgress: progress }),
  })
  const key = await sealed(derived, masterKey, random)
  const text = new TextEncoder().encode(JSON.stringify(database))
  const content = await sealed(masterKey, text, random)
  masterKey.fill(0)
  const slot = {
    type: 1,
    uuid: newUuid(random),
    key: bytesToHex(key.bytes),
    key_params: key.params,
    ...COST,
    salt: bytesToHex(salt),
    repaired: true,
    is_backup: false,
  }
  return { version: 1, header: { slots: [slot], params: content.params }, db: encodeBase64(content.bytes) }
}

/** Aegis keeps the tag beside the ciphertext, and covers nothing else. */
async function sealed(
  key: Uint8Array,
  plain: Uint8Array,
  random: Random,
): Promise<{
  readonly bytes: Uint8Array
  readonly params: { readonly nonce: string; readonly tag: string }
}> {
  const nonce = random.bytes(NONCE_BYTES)
  const whole = await gcmSeal(await gcmKey(key), nonce, plain, NOTHING)
  const end = whole.length - TAG_BYTES
  return {
    bytes: whole.subarray(0, end),
    params: { nonce: bytesToHex(nonce), tag: bytesToHex(whole.subarray(end)) },
  }
}
