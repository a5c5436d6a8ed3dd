/** Passkeys that open a vault: the PRF extension of WebAuthn (Level 3, 10.1.4), proven before it is relied on. */
import type { PasskeySlot } from '@sallyport/vault'
import type { Ports } from '../host/ports.ts'
import type { NewPasskey } from './vault-actions.ts'

/** `no_prf`: there is a passkey, but it cannot open a vault. */
export type PasskeyProblem = 'no_answer' | 'no_prf'

const CHALLENGE_BYTES = 32
const ES256 = -7
const RS256 = -257

/** Whether the browser can be asked at all; whether its authenticator has PRF is known once it was tried. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis
}

/**
 * Makes a passkey and asks it once: what it says at its making is not conclusive either way. No server checks anything;
 * the secret that it gives is the proof, so the challenge is only random.
 */
export async function makePasskey(name: string, { random }: Ports): Promise<NewPasskey | PasskeyProblem> {
  const prfSalt = random.bytes(32)
  let made: Credential | null
  try {
    made = await navigator.credentials.create({
      publicKey: {
        rp: { name, id: location.hostname },
        user: { id: buffer(random.bytes(16)), name, displayName: name },
        challenge: buffer(random.bytes(CHALLENGE_BYTES)),
        pubKeyCredParams: [
          { type: 'public-key', alg: ES256 },
          { type: 'public-key', alg: RS256 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        extensions: { prf: { eval: { first: buffer(prfSalt) } } },
      },
    })
  } catch {
    return 'no_answer'
  }
  if (!(made instanceof PublicKeyCredential)) return 'no_answer'
  const response = made.response as AuthenticatorAttestationResponse
  const passkey = {
    credentialId: toBase64(new Uint8Array(made.rawId)),
    prfSalt: toBase64(prfSalt),
    transports: response.getTransports?.() ?? [],
    rpId: location.hostname,
  }
  const prfOutput = await askPasskey(passkey, random.bytes(CHALLENGE_BYTES))
  return prfOutput instanceof Uint8Array ? { ...passkey, prfOutput } : prfOutput
}

/** The 32 bytes that the passkey gives for the slot's salt. */
export async function askPasskey(
  slot: Pick<PasskeySlot, 'credentialId' | 'prfSalt' | 'transports' | 'rpId'>,
  challenge: Uint8Array,
): Promise<Uint8Array | PasskeyProblem> {
  let given: Credential | null
  try {
    given = await navigator.credentials.get({
      publicKey: {
        rpId: slot.rpId,
        challenge: buffer(challenge),
        allowCredentials: [
          {
            type: 'public-key',
            id: buffer(fromBase64(slot.credentialId)),
            transports: [...slot.transports] as AuthenticatorTransport[],
          },
        ],
        userVerification: 'required',
        extensions: { prf: { eval: { first: buffer(fromBase64(slot.prfSalt)) } } },
      },
    })
  } catch {
    return 'no_answer'
  }
  if (!(given instanceof PublicKeyCredential)) return 'no_answer'
  const first = given.getClientExtensionResults().prf?.results?.first
  if (first === undefined) return 'no_prf'
  return ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
}

function buffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes)
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
