/** The fixtures of all formats, and how much a reading of each costs. */
import { readdirSync } from 'node:fs'
import { type Fixture, fixturesOf } from './fixture.ts'

const folder = new URL('../../../../../vectors/formats/', import.meta.url)

export function everyFixture(): readonly Fixture[] {
  const formats = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return formats.flatMap(({ name }) => (name === 'make' ? [] : fixturesOf(name)))
}

/** Formats whose derivation has one cost, which no fixture can make cheap. */
const COSTLY: ReadonlySet<string> = new Set([
  'authenticator-extension/encrypted-version-3.json',
  'proton/encrypted.json',
  'stratum/strong.stratum',
])

/** How many mutations there are for each one that is opened with the password. */
export function mutationsPerOpening({ name, expected }: Fixture): number {
  if (COSTLY.has(name)) return 40
  return expected.password === undefined ? 1 : 4
}
