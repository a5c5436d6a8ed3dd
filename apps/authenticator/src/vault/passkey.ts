/** Passkeys that open a vault: the PRF extension of WebAuthn (Level 3, 10.1.4), proven before it is relied on. */
import type { PasskeySlot, Random, Slot } from '@sallyport/vault'
import type { Ports } from '../host/ports.ts'
import type { NewPasskey } from './vault-actions.ts'

/** `no_prf`: there is a passkey, but it cannot open a vault. */
export type PasskeyProblem = 'no_answer' | 'no_prf'

const CHALLENGE_BYTES = 32
const ES256 = -7
const RS256 = -257

/**
 * Whether the browser can be asked at all; whether its authenticator has PRF is known once it was tried. A passkey belongs
 * to a host name, so there is none where the app is reached by an address of numbers.
 */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && !/^[\d.]+$|:/.test(location.hostname)
}

/** Those of a vault's slots whose passkeys this host may ask for: a backup may come from another. */
export function passkeysHere(slots: readonly Slot[]): readonly PasskeySlot[] {
  return slots.filter((slot) => slot.kind === 'passkey').filter((slot) => slot.rpId === location.hostname)
}

/**
 * Makes a passkey and asks it once: what it says at its making is not conclusive either way. No server checks anything;
 * the secret that it gives is the proof, so the challenge is only random.
 */
export async function makePasskey(name: string, { random }: Ports): Promise<NewPasskey | PasskeyProblem> {
  const prfSalt = random.bytes(32)
  const made = await answerOf(() =>
    navigator.credentials.create({
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
    }),
  )
  if (made === undefined) return 'no_answer'
  const response = made.response as AuthenticatorAttestationResponse
  const passkey = {
    credentialId: toBase64(new Uint8Array(made.rawId)),
    prfSalt: toBase64(prfSalt),
    transports: response.getTransports?.() ?? [],
    rpId: location.hostname,
  }
  const proven = await askPasskey([passkey], random)
  return typeof proven === 'string' ? proven : { ...passkey, prfOutput: proven.prfOutput }
}

/** Asks for whichever of the passkeys is at hand: its 32 bytes for its own slot's salt. */
export async function askPasskey(
  slots: readonly Pick<PasskeySlot, 'credentialId' | 'prfSalt' | 'transports' | 'rpId'>[],
  random: Random,
): Promise<{ readonly credentialId: string; readonly prfOutput: Uint8Array } | PasskeyProblem> {
  const evalByCredential = Object.fromEntries(
    slots.map((slot) => [toBase64Url(slot.credentialId), { first: buffer(fromBase64(slot.prfSalt)) }]),
  )
  const given = await answerOf(() =>
    navigator.credentials.get({
      publicKey: {
        rpId: location.hostname,
        challenge: buffer(random.bytes(CHALLENGE_BYTES)),
        allowCredentials: slots.map((slot) => ({
          type: 'public-key',
          id: buffer(fromBase64(slot.credentialId)),
          transports: [...slot.transports] as AuthenticatorTransport[],
        })),
        userVerification: 'required',
        extensions: { prf: { evalByCredential } },
      },
    }),
  )
  if (given === undefined) return 'no_answer'
  const first = given.getClientExtensionResults().prf?.results?.first
  if (first === undefined) return 'no_prf'
  const prfOutput = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first)
  return { credentialId: toBase64(new Uint8Array(given.rawId)), prfOutput }
}

/** Undefined where the user or the browser said no. */
async function answerOf(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const answer = await ask()
    return answer instanceof PublicKeyCredential ? answer : undefined
  } catch {
    return undefined
  }
}

/** As the names of `evalByCredential` are spelled. */
function toBase64Url(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
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
