/** Sealed storage: AES-256-GCM under a key of the record's own, bound to the place where the record lies. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import type { AccountId } from '../kernel/ids.ts'
import type { Random } from '../kernel/random.ts'
import type { DataKeys } from './data-keys.ts'

const VERSION = 'v1'
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What a sealed value is, and with it which key family opens it. */
export type SealPurpose = 'totp' | 'password' | 'answer' | 'recovery_code' | 'outbox'

/** Where a sealed value lies. All of it is authenticated, so a row cannot be moved to another owner or meaning. */
export type Place = {
  readonly purpose: SealPurpose
  readonly table: string
  readonly column: string
  readonly accountId: AccountId | ''
  readonly rowId: string
  /** Further facts that must not be swapped, such as algorithm, digits and period. */
  readonly bound?: readonly string[]
}

export type Sealer = {
  readonly seal: (place: Place, clear: Uint8Array) => string
  /** Throws `SealBroken` when the value was altered or moved; never says which part failed. */
  readonly open: (place: Place, sealed: string) => Uint8Array
}

/** A sealed value that does not open at its place: a fault to alarm on, not a refusal. */
export class SealBroken extends Error {
  constructor(place: Place) {
    super(`sealed value in ${place.table}.${place.column} does not open`)
    this.name = 'SealBroken'
  }
}

/** Seals with the active data key and opens with whichever known key the text names (security.md 5.2). */
export function makeSealer(keys: DataKeys, random: Random): Sealer {
  return {
    seal(place, clear) {
      const salt = random.bytes(SALT_BYTES)
      const nonce = random.bytes(NONCE_BYTES)
      const { keyId, key } = keys.active()
      const cipher = createCipheriv('aes-256-gcm', recordKey(key, salt, place), nonce)
      cipher.setAAD(associatedData(place))
      const sealed = Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()])
      return [VERSION, keyId, text(salt), text(nonce), text(sealed)].join('.')
    },
    open(place, sealed) {
      const [version, keyId, salt, nonce, body] = sealed.split('.')
      const key = keyId === undefined ? undefined : keys.find(keyId)
      if (
        version !== VERSION ||
        key === undefined ||
        salt === undefined ||
        nonce === undefined ||
        body === undefined
      ) {
        throw new SealBroken(place)
      }
      try {
        const bytes = Buffer.from(body, 'base64url')
        const decipher = createDecipheriv(
          'aes-256-gcm',
          recordKey(key, Buffer.from(salt, 'base64url'), place),
          Buffer.from(nonce, 'base64url'),
          {
            authTagLength: TAG_BYTES,
          },
        )
        decipher.setAAD(associatedData(place))
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
        return new Uint8Array(
          Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]),
        )
      } catch {
        throw new SealBroken(place)
      }
    },
  }
}

function recordKey(dataKey: Uint8Array, salt: Uint8Array, place: Place): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, salt, `${VERSION}:${place.purpose}`, 32))
}

/** Length-prefixed, so that no two places share one encoding. */
function associatedData(place: Place): Buffer {
  const parts = [
    VERSION,
    place.purpose,
    place.table,
    place.column,
    place.accountId,
    place.rowId,
    ...(place.bound ?? []),
  ]
  return Buffer.concat(
    parts.map((part) => {
      const bytes = Buffer.from(part, 'utf8')
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return Buffer.concat([length, bytes])
    }),
  )
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
