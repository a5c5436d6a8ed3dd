import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayEnterFrom } from './may-enter-from.ts'
import { canonicalNetwork } from './networks.ts'

test('keeps a network in one form and takes an address alone as its own network', () => {
  assert.equal(canonicalNetwork(' 192.0.2.0/24 '), '192.0.2.0/24')
  assert.equal(canonicalNetwork('192.0.2.7'), '192.0.2.7/32')
  assert.equal(canonicalNetwork('2001:DB8:0:0::/32'), '2001:db8::/32')
  assert.equal(canonicalNetwork('::1'), '::1/128')
})

test('refuses what is no network', () => {
  for (const typed of [
    '',
    '/',
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '192.0.2.0/024',
    '192.0.2/24',
    '192.0.2.0/24/8',
    '2001:db8::/129',
    'fe80::1%eth0/64',
    '::ffff:192.0.2.0/120',
    'example.com/24',
    '0x7f.0.0.1/8',
  ])
    assert.equal(canonicalNetwork(typed), undefined, typed)
})

test('lets everybody in without networks, and nobody of an unknown address with them', () => {
  assert.ok(mayEnterFrom({ networks: [] }, ''))
  assert.ok(mayEnterFrom({ networks: ['192.0.2.0/24', '2001:db8::/32'] }, '2001:db8:1::9'))
  assert.ok(!mayEnterFrom({ networks: ['192.0.2.0/24'] }, '192.0.3.1'))
  assert.ok(!mayEnterFrom({ networks: ['0.0.0.0/0'] }, ''))
  assert.ok(!mayEnterFrom({ networks: ['0.0.0.0/0'] }, '2001:db8::1'))
})

test('an IPv4 address lies in a network exactly where their first bits are the same', () => {
  const word = fc.nat({ max: 0xffffffff })
  fc.assert(
    fc.property(word, fc.oneof(word, fc.nat({ max: 255 })), fc.nat({ max: 32 }), (base, change, bits) => {
      const other = (base ^ change) >>> 0
      const network = canonicalNetwork(`${dotted(base)}/${bits}`)
      assert.ok(network)
      const same = bits === 0 || base >>> (32 - bits) === other >>> (32 - bits)
      assert.equal(mayEnterFrom({ networks: [network] }, dotted(other)), same)
    }),
  )
})

function dotted(word: number): string {
  return [24, 16, 8, 0].map((shift) => (word >>> shift) & 255).join('.')
}
