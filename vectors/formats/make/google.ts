/** Google's export, its protocol buffer written byte by byte from section 2.3 of the reference. */
import { counter, long, plain, unicode } from './accounts.ts'
import { bytesOfBase32, writeFixture } from './write-fixture.ts'

function varint(value: bigint): number[] {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, value)
  do {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0))
    rest >>= 7n
  } while (rest > 0n)
  return bytes
}

const number = (field: number, value: number | bigint) => [field << 3, ...varint(BigInt(value))]
const bytes = (field: number, value: Uint8Array | readonly number[]) => [(field << 3) | 2, ...varint(BigInt(value.length)), ...value]
const text = (field: number, value: string) => bytes(field, Buffer.from(value))

function account(secret: string, name: string, issuer: string, more: number[][]): number[] {
  return bytes(1, [...bytes(1, bytesOfBase32(secret)), ...text(2, name), ...text(3, issuer), ...more.flat()])
}

function picture(accounts: number[][], index: number, size: number, id = -1_234_567_890): string {
  const payload = [...accounts.flat(), ...number(2, 1), ...number(3, size), ...number(4, index), ...number(5, id)]
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(payload).toString('base64'))}`
}

const first = picture(
  [
    account(plain.secret, 'ACME Co:john.doe@email.com', 'ACME Co', [number(4, 1), number(5, 1), number(6, 2)]),
    account(long.secret, 'ann', long.issuer, [number(4, 2), number(5, 2), number(6, 2), text(8, 'unique'), number(99, 7), [0x4d, 1, 2, 3, 4]]),
  ],
  0,
  2,
)
const second = picture(
  [
    account(counter.secret, counter.account, counter.issuer, [number(4, 1), number(5, 1), number(6, 1), number(7, 2n ** 53n + 1n)]),
    account(unicode.secret, `${unicode.issuer}: ${unicode.account}`, '', []),
  ],
  1,
  2,
)
const batch = { id: -1_234_567_890, size: 2 }
const firstEntries = [plain, { ...long, code: { kind: 'totp', algorithm: 'SHA256', digits: 8 } }]
const secondEntries = [
  { ...counter, code: { kind: 'hotp', digits: 6, counter: String(2n ** 53n + 1n) } },
  unicode,
]

writeFixture('google', 'one-of-two.txt', first, {
  format: 'google',
  entries: firstEntries,
  batches: [{ ...batch, index: 0 }],
})
writeFixture('google', 'both-in-any-order.txt', `${second}\n${first}\n${second}\n`, {
  format: 'google',
  entries: [...secondEntries, ...firstEntries],
  batches: [
    { ...batch, index: 1 },
    { ...batch, index: 0 },
  ],
})
// Raw base64 with its plus, slash and no padding, as some programs write it.
const raw = decodeURIComponent(picture([account('7777777777777777', 'a', 'Plus', [])], 0, 1, 62)).replace(/=+$/, '')
writeFixture('google', 'raw-base64.txt', raw, {
  format: 'google',
  entries: [{ issuer: 'Plus', account: 'a', secret: '7777777777777777' }],
  batches: [{ id: 62, index: 0, size: 1 }],
})
writeFixture('google', 'broken-accounts.txt', picture(
  [
    account(plain.secret, 'john.doe@email.com', 'ACME Co', []),
    account('', 'ann', 'Bank', []),
    account(plain.secret, 'ann', 'Bank', [number(4, 9)]),
    account(plain.secret, 'ann', 'Bank', [number(5, 9)]),
    account(plain.secret, 'ann', 'Bank', [number(6, 9)]),
    account(plain.secret, 'ann', 'Bank', [number(6, 1), number(7, -1)]),
  ],
  0,
  1,
  5,
), {
  format: 'google',
  entries: [plain],
  failures: [
    { position: 2, label: 'Bank, ann', problem: 'secret_missing' },
    { position: 3, label: 'Bank, ann', problem: 'algorithm_unknown' },
    { position: 4, label: 'Bank, ann', problem: 'digits_bad' },
    { position: 5, label: 'Bank, ann', problem: 'kind_unknown' },
    { position: 6, label: 'Bank, ann', problem: 'counter_bad' },
  ],
  batches: [{ id: 5, index: 0, size: 1 }],
})
