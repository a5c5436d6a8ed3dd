/** Opens what other apps have encrypted with AES; undefined where the key does not fit. */
import { gcmKey, gcmOpen } from '../sealed/gcm.ts'

const NOTHING = new Uint8Array(0)

/**
 * AES-GCM with the tag at the end.
 *
 * @param covered what the tag covers besides
 */
export async function openGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  covered: Uint8Array = NOTHING,
): Promise<Uint8Array | undefined> {
  if (!isAesKey(key)) return undefined
  return gcmOpen(await gcmKey(key), nonce, sealed, covered)
}

/** AES-CBC with the padding of PKCS #7. By itself it does not prove that the key was right. */
export async function openCbc(
  key: Uint8Array,
  iv: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (!isAesKey(key)) return undefined
  const aes = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-CBC', false, ['decrypt'])
  try {
    const parameters = { name: 'AES-CBC', iv: Uint8Array.from(iv) }
    return new Uint8Array(await crypto.subtle.decrypt(parameters, aes, Uint8Array.from(sealed)))
  } catch {
    return undefined
  }
}

function isAesKey({ length }: Uint8Array): boolean {
  return length === 16 || length === 32
}
