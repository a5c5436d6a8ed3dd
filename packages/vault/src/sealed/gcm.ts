/** AES-256-GCM by WebCrypto, with what its tag covers besides. */

export function gcmKey(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export async function gcmSeal(
  key: CryptoKey,
  nonce: Uint8Array,
  plain: Uint8Array,
  covered: Uint8Array,
): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, covered), key, Uint8Array.from(plain)))
}

/** Undefined where the tag does not fit: another key, or something was altered. */
export async function gcmOpen(
  key: CryptoKey,
  nonce: Uint8Array,
  sealed: Uint8Array,
  covered: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(parameters(nonce, covered), key, Uint8Array.from(sealed)),
    )
  } catch {
    return undefined
  }
}

function parameters(nonce: Uint8Array, covered: Uint8Array): AesGcmParams {
  return { name: 'AES-GCM', iv: Uint8Array.from(nonce), additionalData: Uint8Array.from(covered) }
}
