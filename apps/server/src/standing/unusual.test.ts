/** What makes a sign-in unusual, reason by reason. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DAY, HOUR } from '../kernel/clock.ts'
import { distanceKm, NO_PLACES, type Place, type Places } from '../places/place.ts'
import { unusualReasons } from './unusual.ts'

const NOW = Date.UTC(2026, 10, 24)
const usual = { at: NOW - DAY, address: '192.0.2.7' }
const visit = { at: NOW, address: '192.0.2.250', browserSeen: true }

const LONDON: Place = {
  country: 'GB',
  countryName: 'United Kingdom',
  point: { latitude: 51.5, longitude: -0.1 },
}
const GLASGOW: Place = { ...LONDON, point: { latitude: 55.9, longitude: -4.3 } }
const TOKYO: Place = { country: 'JP', countryName: 'Japan', point: { latitude: 35.7, longitude: 139.7 } }

const places = (known: Readonly<Record<string, Place>>): Places => ({ find: (address) => known[address] })

test('a usual sign-in has no reason', () => {
  assert.deepEqual(unusualReasons(visit, usual, NO_PLACES), [])
})

test('without a usual one before, the sign-in is the first', () => {
  assert.deepEqual(unusualReasons(visit, undefined, NO_PLACES), ['first_sign_in'])
})

test('a browser not seen before, another network prefix, an unknown address and 30 days are reasons', () => {
  assert.deepEqual(unusualReasons({ ...visit, browserSeen: false }, usual, NO_PLACES), ['new_browser'])
  assert.deepEqual(unusualReasons({ ...visit, address: '192.0.3.7' }, usual, NO_PLACES), ['new_network'])
  assert.deepEqual(unusualReasons({ ...visit, address: '' }, usual, NO_PLACES), ['new_network'])
  assert.deepEqual(unusualReasons({ ...visit, address: '' }, { ...usual, address: '' }, NO_PLACES), [
    'new_network',
  ])
  assert.deepEqual(unusualReasons(visit, { ...usual, at: NOW - 30 * DAY + 1 }, NO_PLACES), [])
  assert.deepEqual(unusualReasons(visit, { ...usual, at: NOW - 30 * DAY }, NO_PLACES), ['long_absence'])
  const v6 = { ...visit, address: '2001:db8:0:1::9' }
  assert.deepEqual(unusualReasons(v6, { ...usual, address: '2001:db8:0:1:ffff::1' }, NO_PLACES), [])
  assert.deepEqual(unusualReasons(v6, { ...usual, address: '2001:db8:0:2::9' }, NO_PLACES), ['new_network'])
})

test('another country is a reason, and so is a way that nobody travels in the time', () => {
  const far = { ...visit, address: '203.0.113.9' }
  const known = places({ '192.0.2.7': LONDON, '203.0.113.9': TOKYO })
  const at = (hours: number) => unusualReasons(far, { ...usual, at: NOW - hours * HOUR }, known)
  assert.deepEqual(at(9), ['new_network', 'new_country', 'impossible_speed'])
  assert.deepEqual(at(10), ['new_network', 'new_country'])
  assert.deepEqual(at(-1), ['new_network', 'new_country', 'impossible_speed'], 'a clock that was set back')
})

test('speed within a country counts too, over more than 200 km', () => {
  const near: Place = { ...LONDON, point: { latitude: 53.2, longitude: -0.1 } }
  const to = (place: Place) =>
    unusualReasons({ ...visit, at: usual.at }, usual, places({ '192.0.2.7': LONDON, '192.0.2.250': place }))
  assert.deepEqual(to(GLASGOW), ['impossible_speed'])
  assert.ok(
    distanceKm(near.point ?? { latitude: 0, longitude: 0 }, { latitude: 51.5, longitude: -0.1 }) < 200,
  )
  assert.deepEqual(to(near), [])
})

test('an address without a place is no reason, and neither is a place without a country or a point', () => {
  const bare: Place = { country: undefined, countryName: undefined, point: undefined }
  for (const known of [
    places({}),
    places({ '192.0.2.7': TOKYO }),
    places({ '192.0.2.250': TOKYO }),
    places({ '192.0.2.7': bare, '192.0.2.250': TOKYO }),
  ])
    assert.deepEqual(unusualReasons(visit, usual, known), [])
})

test('C15: a look-up that breaks counts as unusual, and the other reasons are still told', () => {
  const broken: Places = {
    find() {
      throw new Error('the file is cut')
    },
  }
  assert.deepEqual(unusualReasons({ ...visit, browserSeen: false }, usual, broken), [
    'new_browser',
    'not_judged',
  ])
})

test('a distance is symmetric, never more than half the earth, and right between known towns', () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(point, point, (one, other) => {
      const km = distanceKm(one, other)
      assert.ok(km >= 0 && km <= 20_016)
      assert.ok(Math.abs(km - distanceKm(other, one)) < 1e-6)
    }),
  )
  const london = { latitude: 51.5074, longitude: -0.1278 }
  assert.ok(Math.abs(distanceKm(london, { latitude: 48.8566, longitude: 2.3522 }) - 343.5) < 2)
})
