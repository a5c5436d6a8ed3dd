/** Google's export, read back by a reader of protocol buffers that was written from their specification alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeBase32 } from '@sallyport/otp'
import fc from 'fast-check'
import type { CodeKind, Entry } from '../entry/entry.ts'
import { makeEntry } from '../entry/make-entry.ts'
import { exportGoogle } from './export-google.ts'
import { protobufMessage } from './protobuf-message.ts'

const random = { bytes: (length: number): Uint8Array => new Uint8Array(length).fill(0xff) }
const TOTP: CodeKind = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30 }

type Fields = ReadonlyMap<number, readonly (bigint | Uint8Array)[]>

function fieldsOf(bytes: Uint8Array): Fields {
  const fields = new Map<number, (bigint | Uint8Array)[]>()
  let at = 0
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at]
      assert.ok(byte !== undefined, 'cut short')
      at += 1
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = Number(varint())
    assert.ok((tag & 7) === 0 || (tag & 7) === 2, 'a wire type that was not written')
    let value: bigint | Uint8Array = varint()
    if ((tag & 7) === 2) {
      const end = at + Number(value)
      assert.ok(end <= bytes.length, 'cut short')
      value = bytes.slice(at, end)
      at = end
    }
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), value])
  }
  return fields
}

function number(fields: Fields, name: number): number {
  const value = fields.get(name)?.[0] ?? 0n
  assert.ok(typeof value === 'bigint')
  return Number(value)
}

function messages(fields: Fields, name: number): readonly Uint8Array[] {
  return (fields.get(name) ?? []).map((value) => {
    assert.ok(typeof value !== 'bigint')
    return value
  })
}

function text(fields: Fields, name: number): string {
  return new TextDecoder().decode(messages(fields, name)[0])
}

function payload(picture: string): Fields {
  const [, data] = /^otpauth-migration:\/\/offline\?data=([A-Za-z0-9%]+)$/.exec(picture) ?? []
  assert.ok(data !== undefined, picture)
  return fieldsOf(Uint8Array.from(Buffer.from(decodeURIComponent(data), 'base64')))
}

function entry(code: CodeKind, more: Partial<Entry> = {}): Entry {
  const draft = {
    issuer: 'ACME Co',
    account: 'ada@example.org',
    secret: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ',
    code,
    tags: [],
    letter: '',
    note: '',
    pinned: false,
  }
  return { ...makeEntry(draft, { now: 0, random }), ...more }
}

test('each account is a message of its own, with the numbers that Google gave to its words', () => {
  const { pictures, leftOut } = exportGoogle(
    [
      entry(TOTP),
      entry(
        { kind: 'hotp', algorithm: 'SHA512', digits: 8, counter: (1n << 63n) - 2n },
        { issuer: '', account: 'Ünï' },
      ),
      entry({ ...TOTP, algorithm: 'SHA256' }, { account: '' }),
    ],
    random,
  )
  assert.deepEqual(leftOut, [])
  assert.equal(pictures.length, 1)
  const whole = payload(pictures[0] ?? '')
  assert.deepEqual([number(whole, 2), number(whole, 3), number(whole, 4)], [1, 1, 0])
  assert.equal(number(whole, 5), 2 ** 31 - 1)
  const [first, second, third] = messages(whole, 1).map(fieldsOf)
  assert.ok(first !== undefined && second !== undefined && third !== undefined)
  const key = decodeBase32('HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ')
  assert.ok(key.ok)
  assert.deepEqual(messages(first, 1)[0], key.bytes)
  assert.deepEqual([text(first, 2), text(first, 3)], ['ada@example.org', 'ACME Co'])
  assert.deepEqual([number(first, 4), number(first, 5), number(first, 6), number(first, 7)], [1, 1, 2, 0])
  assert.deepEqual([text(second, 2), text(second, 3)], ['Ünï', ''])
  assert.deepEqual([number(second, 4), number(second, 5), number(second, 6)], [3, 2, 1])
  assert.equal(second.get(7)?.[0], (1n << 63n) - 2n)
  assert.deepEqual([text(third, 2), number(third, 4)], ['', 2])
})

test('an account that begins with its issuer and a colon keeps both when readers cut the issuer off', () => {
  const { pictures } = exportGoogle([entry(TOTP, { account: 'acme co:ada' })], random)
  const [message] = messages(payload(pictures[0] ?? ''), 1)
  assert.ok(message !== undefined)
  assert.equal(text(fieldsOf(message), 2), 'ACME Co:acme co:ada')
})

test('ten accounts go into a picture at most, fewer where their names are long, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1300 }), { maxLength: 45 }), (lengths) => {
      const entries = lengths.map((length, index) =>
        entry(TOTP, { account: `${index} `.padEnd(length, 'x') }),
      )
      const { pictures, leftOut } = exportGoogle(entries, random)
      const wholes = pictures.map(payload)
      assert.deepEqual(leftOut, [])
      for (const [index, whole] of wholes.entries()) {
        assert.equal(number(whole, 3), pictures.length)
        assert.equal(number(whole, 4), index)
        assert.equal(number(whole, 5), 2 ** 31 - 1)
        assert.ok(messages(whole, 1).length <= 10)
        // The most that a QR code of level M holds.
        assert.ok((pictures[index] ?? '').length <= 2331)
      }
      const accounts = wholes.flatMap((whole) => messages(whole, 1).map((one) => text(fieldsOf(one), 2)))
      assert.deepEqual(
        accounts,
        entries.map(({ account }) => account),
      )
    }),
  )
})

test('what Google has no word for is left out and named; the bin stays where it is', () => {
  const { pictures, leftOut } = exportGoogle(
    [
      entry({ ...TOTP, periodSeconds: 60 }),
      entry({ ...TOTP, digits: 7 }),
      entry({ ...TOTP, algorithm: 'SHA384' }),
      entry({ kind: 'steam' }),
      entry({ kind: 'motp', pin: '1' }),
      entry({ kind: 'yandex', pin: '5239' }),
      entry(TOTP, { account: 'x'.repeat(2000) }),
      entry({ kind: 'steam' }, { removedAt: 1 }),
      entry(TOTP, { removedAt: 1 }),
    ],
    random,
  )
  assert.deepEqual(pictures, [])
  assert.deepEqual(
    leftOut.map(({ reason }) => reason),
    ['period', 'digits', 'algorithm', 'kind', 'kind', 'kind', 'too_long'],
  )
  assert.equal(leftOut[0]?.name, 'ACME Co, ada@example.org')
})

test('the example of the protocol buffers documentation: 150 in field 1, "testing" in field 2', () => {
  assert.deepEqual(protobufMessage([[1, 150n]]), Uint8Array.of(0x08, 0x96, 0x01))
  assert.equal(
    Buffer.from(protobufMessage([[2, new TextEncoder().encode('testing')]])).toString('hex'),
    '120774657374696e67',
  )
  assert.equal(Buffer.from(protobufMessage([[5, -2n]])).toString('hex'), '28feffffffffffffffff01')
})
