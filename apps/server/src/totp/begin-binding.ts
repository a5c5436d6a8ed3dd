/** Makes the key of a new virtual MFA device, which then waits for its two codes. */
import { type Shape, standardShape } from '@sallyport/otp'
import type { Sealer } from '../crypto/seal.ts'
import type { Clock } from '../kernel/clock.ts'
import { newId, type SessionId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Random } from '../kernel/random.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { pendingPlace } from './key-place.ts'
import { DEVICE_LIMIT } from './mfa-device.ts'
import { BINDING_LIFE, type PendingDevice } from './pending-device.ts'
import type { TotpStore } from './store.ts'

/** The length of the hash: 160 bits for SHA-1, as RFC 4226, 4 advises (security.md 1D, D6). */
const keyBytes: Partial<Record<Shape['algorithm'], number>> = { SHA1: 20, SHA256: 32, SHA512: 64 }

export type BegunBinding = {
  readonly pending: PendingDevice
  /** To be shown this once. */
  readonly key: Secret<Uint8Array>
  /** Of the devices that are bound already. */
  readonly namesTaken: readonly string[]
}

/**
 * Keeps a pending device in the place of the one that the principal had. Runs in the caller's transaction.
 *
 * Refuses: device_limit.
 * Throws: for a shape that the server does not bind.
 */
export async function beginBinding(
  stores: { totp: TotpStore },
  deps: { clock: Clock; random: Random; sealer: Sealer },
  input: { principal: Principal; sessionId: SessionId; shape?: Shape },
): Promise<BegunBinding | Refused> {
  const { shape = standardShape } = input
  const bytes = keyBytes[shape.algorithm]
  if (bytes === undefined || (shape.digits !== 6 && shape.digits !== 8))
    throw new RangeError('devices are bound with SHA-1, 256 or 512 and 6 or 8 digits')
  const devices = await stores.totp.list(input.principal)
  if (devices.length >= DEVICE_LIMIT) return refuse('device_limit')

  const { accountId, principalId } = input.principal
  const key = deps.random.bytes(bytes)
  const unsealed = { accountId, principalId, bindingId: newId('bnd', deps.random), shape }
  const pending: PendingDevice = {
    ...unsealed,
    sessionId: input.sessionId,
    misses: 0,
    expiresAt: deps.clock.now() + BINDING_LIFE,
    sealedKey: deps.sealer.seal(pendingPlace(unsealed), key),
  }
  await stores.totp.replacePending(pending)
  return { pending, key: new Secret(key), namesTaken: devices.map((device) => device.name) }
}
