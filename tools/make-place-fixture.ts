/** Makes vectors/places/documentation.mmdb: the networks of documentation at made-up places, for tests and journeys. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Value, writePlaceFile } from './place-file.ts'

export const FIXTURE = join(import.meta.dirname, '../vectors/places/documentation.mmdb')

const BUILT_AT = Date.UTC(2026, 10, 1)

function city(iso: string, country: string, name: string, latitude: number, longitude: number): Value {
  return {
    city: { names: { en: name } },
    country: { iso_code: iso, names: { en: country } },
    location: { latitude, longitude },
  }
}

/** RFC 5737 and RFC 3849. */
export function placeFixture(): Uint8Array {
  return writePlaceFile(
    [
      { network: '192.0.2.0/25', says: city('GB', 'United Kingdom', 'London', 51.5, -0.1) },
      { network: '192.0.2.128/25', says: city('GB', 'United Kingdom', 'Glasgow', 55.9, -4.3) },
      { network: '198.51.100.0/24', says: city('JP', 'Japan', 'Tokyo', 35.7, 139.7) },
      { network: '203.0.113.0/24', says: { country: { iso_code: 'NL', names: { en: 'Netherlands' } } } },
      { network: '2001:db8::/32', says: city('BR', 'Brazil', 'Recife', -8.1, -34.9) },
    ],
    { type: 'Documentation-City', builtAt: BUILT_AT },
  )
}

if (process.argv[1] === import.meta.filename) writeFileSync(FIXTURE, placeFixture())
