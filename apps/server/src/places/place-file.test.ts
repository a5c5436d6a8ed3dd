/** Files of places: what is found in them, what has no place, and what is no such file. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { FIXTURE, placeFixture } from '../../../../tools/make-place-fixture.ts'
import { writePlaceFile } from '../../../../tools/place-file.ts'
import { openPlaceFile } from './place-file.ts'

const file = Buffer.from(placeFixture())
const { places, kind, builtAt } = openPlaceFile(file)

test('the fixture is what its maker makes', () => {
  assert.ok(readFileSync(FIXTURE).equals(file))
  assert.deepEqual([kind, builtAt], ['Documentation-City', Date.UTC(2026, 10, 1)])
})

test('an address is found in its network, in each family and however a listener spells it', () => {
  const country = (address: string) => places.find(address)?.country
  assert.deepEqual(places.find('192.0.2.127'), {
    country: 'GB',
    countryName: 'United Kingdom',
    point: { latitude: 51.5, longitude: -0.1 },
  })
  assert.equal(places.find('192.0.2.128')?.point?.latitude, 55.9)
  assert.equal(country('198.51.100.255'), 'JP')
  assert.equal(country('::ffff:198.51.100.7'), 'JP')
  assert.equal(country('2001:db8:ffff::1'), 'BR')
  assert.equal(country('2001:db8::1%eth0'), 'BR')
  assert.deepEqual(places.find('203.0.113.9'), {
    country: 'NL',
    countryName: 'Netherlands',
    point: undefined,
  })
})

test('unknown, private and malformed addresses have no place', () => {
  for (const address of [
    '198.51.101.1',
    '2001:db9::1',
    '8.8.8.8',
    '',
    'unknown',
    '1.2.3',
    '999.1.1.1',
    '::1',
  ])
    assert.equal(places.find(address), undefined, address)
  const everywhere = openPlaceFile(
    Buffer.from(
      writePlaceFile([{ network: '::/1', says: { country: { iso_code: 'XX' } } }], {
        type: 'All',
        builtAt: 0,
      }),
    ),
  ).places
  for (const address of [
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '100.64.0.1',
    '::ffff:10.1.2.3',
  ])
    assert.equal(everywhere.find(address), undefined, address)
  assert.equal(everywhere.find('8.8.8.8')?.country, 'XX')
})

test('a record of another shape has a place without what it does not tell', () => {
  const odd = writePlaceFile(
    [
      { network: '192.0.2.0/24', says: { country: 'Atlantis', location: { latitude: 'north' } } },
      { network: '198.51.100.0/24', says: 'nowhere' },
    ],
    { type: 'Odd', builtAt: 0 },
  )
  const nothing = { country: undefined, countryName: undefined, point: undefined }
  const { places } = openPlaceFile(Buffer.from(odd))
  assert.deepEqual(places.find('192.0.2.1'), nothing)
  assert.deepEqual(places.find('198.51.100.1'), nothing)
})

test('what is no such file, or is cut, does not open', () => {
  const marker = file.lastIndexOf('MaxMind.com')
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('PK a zip that was not unpacked'),
    file.subarray(0, file.length / 2),
    file.subarray(marker - 3),
    file.subarray(0, marker + 20),
  ])
    assert.throws(() => openPlaceFile(bytes))
})

test('a damaged file opens or does not, and a look-up in it finds or throws: it never hangs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      (damages) => {
        const damaged = Buffer.from(file)
        for (const [at, byte] of damages) damaged[at] = byte
        try {
          openPlaceFile(damaged).places.find('198.51.100.7')
        } catch (fault) {
          assert.ok(fault instanceof Error)
        }
      },
    ),
    { numRuns: 500 },
  )
})
