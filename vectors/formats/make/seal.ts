/** Encrypts fixtures with the platform's cryptography, which the readers do not use. */
import { createCipheriv } from 'node:crypto'

export type Sealed = { readonly data: Buffer; readonly tag: Buffer }

export function sealGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  plain: string | Uint8Array,
  covered: Uint8Array = new Uint8Array(0),
): Sealed {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(covered)
  const data = Buffer.concat([cipher.update(plain), cipher.final()])
  return { data, tag: cipher.getAuthTag() }
}

/** The tag after the data, as most write it. */
export function sealGcmWhole(...parameters: Parameters<typeof sealGcm>): Buffer {
  const { data, tag } = sealGcm(...parameters)
  return Buffer.concat([data, tag])
}

export function sealCbc(key: Uint8Array, iv: Uint8Array, plain: string | Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([cipher.update(plain), cipher.final()])
}
