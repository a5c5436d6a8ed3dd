/** Reads a fixture of `vectors/formats` and what has to come of it. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import type { ImportReading } from '../import-reading.ts'
import { readImport } from '../read-import.ts'

const folder = new URL('../../../../../vectors/formats/', import.meta.url)

/**
 * Beside `name.ext` stands `name.expected.json`: `{ format, password, entries, failures, batches }`. What an entry does
 * not say is empty, false or, for a code, SHA1, 6 digits, 30 seconds and counter 0; counters are text.
 */
export type Expected = {
  readonly format: string
  readonly password?: string
  readonly entries: readonly Readonly<Record<string, unknown>>[]
  readonly failures?: readonly unknown[]
  readonly batches?: readonly unknown[]
}

export type Fixture = { readonly name: string; readonly bytes: Uint8Array; readonly expected: Expected }

/** All fixtures of one folder. */
export function fixturesOf(format: string): readonly Fixture[] {
  const files = readdirSync(new URL(`${format}/`, folder))
  const fixtures = files
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => {
      const stem = file.slice(0, -'.expected.json'.length)
      const name = files.find((other) => other !== file && other.replace(/\.[^.]*$/, '') === stem)
      assert.ok(name !== undefined, `no fixture beside ${file}`)
      const bytes = new Uint8Array(readFileSync(new URL(`${format}/${name}`, folder)))
      const expected = JSON.parse(readFileSync(new URL(`${format}/${file}`, folder), 'utf8')) as Expected
      return { name: `${format}/${name}`, bytes, expected }
    })
  assert.notEqual(fixtures.length, 0)
  return fixtures
}

/** Reads the fixture with its password and compares all that came of it. */
export async function assertReadsAsExpected({ name, bytes, expected }: Fixture): Promise<void> {
  const reading = await readImport(bytes, expected.password)
  assert.deepEqual(
    plain(reading),
    {
      state: 'read',
      format: expected.format,
      entries: expected.entries.map(wholeEntry),
      failures: expected.failures ?? [],
      batches: expected.batches ?? [],
    },
    name,
  )
}

/** Asks without the password and with another one. */
export async function assertNeedsPassword({ name, bytes, expected }: Fixture): Promise<void> {
  const { format } = expected
  assert.deepEqual(await readImport(bytes, undefined), { state: 'password_needed', format }, name)
  assert.deepEqual(await readImport(bytes, ''), { state: 'password_needed', format }, name)
  const wrong = await readImport(bytes, `${expected.password} `)
  assert.deepEqual(wrong, { state: 'password_wrong', format }, name)
}

function wholeEntry(entry: Readonly<Record<string, unknown>>): unknown {
  const { code, removed = false, needsPin = false, ...draft } = entry
  const usual = { issuer: '', account: '', tags: [], letter: '', note: '', pinned: false }
  return { draft: { ...usual, ...draft, code: wholeCode(code) }, removed, needsPin }
}

function wholeCode(code: unknown): unknown {
  const said = (code ?? { kind: 'totp' }) as Readonly<Record<string, unknown>>
  if (said['kind'] === 'totp') return { algorithm: 'SHA1', digits: 6, periodSeconds: 30, ...said }
  if (said['kind'] === 'hotp') return { algorithm: 'SHA1', digits: 6, counter: '0', ...said }
  return said
}

function plain(reading: ImportReading): unknown {
  return JSON.parse(
    JSON.stringify(reading, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
}

/** The fixture's JSON with something changed in it. */
export function alteredJson(
  { bytes }: Fixture,
  alter: (json: Readonly<Record<string, unknown>>) => unknown,
): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(alter(JSON.parse(new TextDecoder().decode(bytes)))))
}
