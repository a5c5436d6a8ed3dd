/** Writes a fixture and, beside it, what a reader has to make of it. */
import { mkdirSync, writeFileSync } from 'node:fs'

const folder = new URL('../', import.meta.url)

/** What an entry does not say is empty, false or, for a code, SHA1, 6 digits, 30 seconds and counter 0. */
export type Expected = {
  readonly format: string
  readonly password?: string
  readonly entries: readonly object[]
  readonly failures?: readonly object[]
  readonly batches?: readonly object[]
}

/** @param file the name within the format's folder, such as `plain.json` */
export function writeFixture(format: string, file: string, content: string | Uint8Array, expected: Expected): void {
  mkdirSync(new URL(`${format}/`, folder), { recursive: true })
  writeFileSync(new URL(`${format}/${file}`, folder), content)
  const name = file.replace(/\.[^.]*$/, '')
  writeFileSync(new URL(`${format}/${name}.expected.json`, folder), `${JSON.stringify(expected, null, 2)}\n`)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 by its definition, without padding: a text of bits, cut in fives. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** Bytes of base32 without padding. */
export function bytesOfBase32(text: string): Uint8Array {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
}

/** Bytes that look like chance and are the same at every run. */
export function counted(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (seed * 89 + index * 151 + (index >> 3) * 17) % 256)
}
