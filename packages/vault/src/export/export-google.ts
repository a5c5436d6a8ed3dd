/** Exports entries as the QR codes that Google Authenticator moves its accounts by. */
import { type Algorithm, decodeBase32, standardShape } from '@sallyport/otp'
import { encodeBase64 } from '../base64.ts'
import type { Entry } from '../entry/entry.ts'
import type { Random } from '../random.ts'
import { type LeftOut, type LeftOutReason, parted } from './left-out.ts'
import { type ProtobufField, protobufMessage } from './protobuf-message.ts'

/** Google's own pictures hold no more. */
const MOST_ENTRIES = 10
/** Of one picture's messages: in base64 and a URI about 1,500 characters, which a phone reads from a screen. */
const MOST_BYTES = 1000
/** Of a single entry, whose picture is then as dense as a QR code can be. */
const MOST_BYTES_ALONE = 1500
const VERSION = 1n

const ALGORITHMS: Readonly<Partial<Record<Algorithm, bigint>>> = { SHA1: 1n, SHA256: 2n, SHA512: 3n, MD5: 4n }
const DIGITS: Readonly<Partial<Record<number, bigint>>> = { 6: 1n, 8: 2n }

/**
 * Writes the texts of the QR codes, ten accounts at most in each, without what lies in the bin. Each text holds keys in
 * clear. They may be scanned in any order.
 *
 * @returns the texts, and what Google's app has no word for: another period than 30 s, other digits than 6 or 8
 */
export function exportGoogle(
  entries: readonly Entry[],
  random: Random,
): { readonly pictures: readonly string[]; readonly leftOut: readonly LeftOut[] } {
  const { taken, leftOut } = parted(entries, whyNotGoogle)
  const batches = batched(taken.map(messageOf))
  const [high = 0, ...low] = random.bytes(4)
  const batchId = low.reduce((id, byte) => id * 256n + BigInt(byte), BigInt(high & 0x7f))
  const pictures = batches.map((messages, index) =>
    uriOf([
      ...messages.map((message): ProtobufField => [1, message]),
      [2, VERSION],
      [3, BigInt(batches.length)],
      [4, BigInt(index)],
      [5, batchId],
    ]),
  )
  return { pictures, leftOut }
}

function whyNotGoogle(entry: Entry): LeftOutReason | undefined {
  const { code } = entry
  if (code.kind !== 'totp' && code.kind !== 'hotp') return 'kind'
  if (ALGORITHMS[code.algorithm] === undefined) return 'algorithm'
  if (DIGITS[code.digits] === undefined) return 'digits'
  if (code.kind === 'totp' && code.periodSeconds !== standardShape.periodSeconds) return 'period'
  return messageOf(entry).length > MOST_BYTES_ALONE ? 'too_long' : undefined
}

function messageOf(entry: Entry): Uint8Array {
  const { code } = entry
  const key = decodeBase32(entry.secret)
  if (!key.ok) throw new RangeError('the secret is not base32')
  if (code.kind !== 'totp' && code.kind !== 'hotp') throw new RangeError('only TOTP and HOTP go to Google')
  return protobufMessage([
    [1, key.bytes],
    [2, utf8(nameFor(entry))],
    [3, utf8(entry.issuer)],
    [4, ALGORITHMS[code.algorithm] ?? 0n],
    [5, DIGITS[code.digits] ?? 0n],
    [6, code.kind === 'hotp' ? 1n : 2n],
    [7, code.kind === 'hotp' ? code.counter : 0n],
  ])
}

/** Readers cut the issuer and a colon off the front; where they would cut off what is the account's, it stands twice. */
function nameFor({ issuer, account }: Entry): string {
  return issuer !== '' && account.toLowerCase().startsWith(`${issuer.toLowerCase()}:`)
    ? `${issuer}:${account}`
    : account
}

function batched(messages: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const batches: Uint8Array[][] = []
  let size = 0
  for (const message of messages) {
    const last = batches.at(-1)
    size += message.length
    if (last === undefined || last.length === MOST_ENTRIES || size > MOST_BYTES) {
      batches.push([message])
      size = message.length
    } else last.push(message)
  }
  return batches
}

function uriOf(fields: readonly ProtobufField[]): string {
  return `otpauth-migration://offline?data=${encodeURIComponent(encodeBase64(protobufMessage(fields)))}`
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
