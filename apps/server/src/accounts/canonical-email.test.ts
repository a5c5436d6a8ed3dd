/** One mailbox has one key; what only looks like an address is none. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalEmail } from './canonical-email.ts'

test('E10: spellings of one mailbox have one key', () => {
  const spellings = [
    ['owner@example.com', 'Owner@Example.COM', '  OWNER@example.com ', 'owner@EXAMPLE.com'],
    ['jos\u00e9@example.com', 'jose\u0301@example.com', 'JOS\u00c9@example.com'],
    [
      'owner@b\u00fccher.example',
      'owner@xn--bcher-kva.example',
      'owner@B\u00dcCHER.example',
      'owner@bu\u0308cher.example',
    ],
    [
      '\u03bf\u03b4\u03bf\u03c2@example.com',
      '\u039f\u0394\u039f\u03a3@example.com',
      '\u03bf\u03b4\u03bf\u03c3@example.com',
    ],
  ]
  for (const group of spellings) {
    const keys = new Set(group.map((typed) => canonicalEmail(typed)?.key))
    assert.equal(keys.size, 1, group.join(' '))
    assert.equal(keys.has(undefined), false, group.join(' '))
  }
})

test('E10: different mailboxes have different keys', () => {
  const typed = [
    'owner@example.com',
    'owner+tag@example.com',
    'own.er@example.com',
    'owner@example.org',
    'own@er.example.com',
    '\u00f6wner@example.com',
  ]
  assert.equal(new Set(typed.map((each) => canonicalEmail(each)?.key)).size, typed.length)
})

const REFUSED = {
  'fullwidth at sign': 'owner\uff20example.com',
  'small at sign': 'owner\ufe6bexample.com',
  'fullwidth letters': '\uff4fwner@example.com',
  'fullwidth full stop in the local part': 'own\uff0eer@example.com',
  ligature: 'o\ufb01cer@example.com',
  'Cyrillic among Latin': '\u043ewner@example.com',
  'Greek among Latin': '\u03bfwner@example.com',
  'zero-width joiner': 'ow\u200dner@example.com',
  'zero-width space': 'ow\u200bner@example.com',
  'right-to-left override': 'owner\u202e@example.com',
  'soft hyphen': 'ow\u00adner@example.com',
  'byte order mark inside': 'ow\ufeffner@example.com',
  'null character': 'owner\u0000@example.com',
  'line break': 'owner@example.com\nbcc: thief@example.com',
  'encoded line break': 'owner%0a@exa mple.com',
  'two addresses': 'owner@example.com,thief@example.com',
  'two addresses with a semicolon': 'owner@example.com;thief@example.com',
  'two at signs': 'owner@example.com@thief.example',
  quoted: '"owner"@example.com',
  'quoted at sign': '"owner@example.com"@thief.example',
  'with a name': 'Owner <owner@example.com>',
  comment: 'owner(thief)@example.com',
  'address literal': 'owner@[192.0.2.1]',
  'number for a domain': 'owner@192.0.2.1',
  'no domain': 'owner@',
  'no local part': '@example.com',
  'no dot in the domain': 'owner@example',
  'trailing dot': 'owner@example.com.',
  'empty label': 'owner@example..com',
  'dot at the start': '.owner@example.com',
  'two dots': 'ow..ner@example.com',
  'dot at the end of the local part': 'owner.@example.com',
  space: 'ow ner@example.com',
  backslash: 'ow\\ner@example.com',
  'half a surrogate pair': 'ow\ud800ner@example.com',
  'hyphen at the start of a label': 'owner@-example.com',
  'label of 64 characters': `owner@${'a'.repeat(64)}.com`,
  'local part of 65 bytes': `${'a'.repeat(65)}@example.com`,
  '255 bytes': `${'a'.repeat(60)}@${`${'b'.repeat(48)}.`.repeat(4)}com`,
  empty: '',
}

for (const [what, typed] of Object.entries(REFUSED)) {
  test(`E10: an address with this is none: ${what}`, () => {
    assert.equal(canonicalEmail(typed), undefined)
  })
}

test('what it makes of an address it makes of its own result again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string({ unit: 'grapheme' }).map((local) => `${local}@example.com`),
      ),
      (typed) => {
        const once = canonicalEmail(typed)
        if (once === undefined) return
        assert.deepEqual(canonicalEmail(once.address), once)
        assert.equal(canonicalEmail(once.key)?.key, once.key)
        assert.equal(canonicalEmail(typed.normalize('NFD'))?.key, once.key)
        assert.ok(Buffer.byteLength(once.address) <= 254)
        assert.equal(once.address.split('@').length, 2)
        assert.doesNotMatch(once.address, /[\s,;<>"\\]/)
      },
    ),
    { seed: 10, numRuns: 500 },
  )
})

test('I6: names that resemble each other are never one', () => {
  const groups = [
    ['ann@example.com', 'joann@example.com', 'ann@example.com.example.org', 'nn@example.com'],
    [
      'admin@example.com',
      'superadmin@example.com',
      'admin@xexample.com',
      'admin_@example.com',
      '%@example.com',
    ],
    ['is@example.com', '\u0131s@example.com'],
    ['stra\u00dfe@example.com', 'strasse@example.com'],
  ]
  for (const group of groups) {
    const keys = group.map((typed) => canonicalEmail(typed)?.key)
    assert.equal(keys.includes(undefined), false, group.join(' '))
    assert.equal(new Set(keys).size, group.length, group.join(' '))
  }
})

test('E10: never two keys for one mailbox by case, for every letter that has one capital', () => {
  let pairs = 0
  for (let point = 0; point <= 0x1ffff; point += 1) {
    const letter = String.fromCodePoint(point)
    const capital = letter.toUpperCase()
    if (letter === capital || letter === '\u0131' || Array.from(capital).length > 1) continue
    const one = canonicalEmail(`${letter}@example.com`)
    const other = canonicalEmail(`${capital}@EXAMPLE.com`)
    if (one === undefined || other === undefined) continue
    assert.equal(other.key, one.key, letter)
    assert.equal(canonicalEmail(`${capital.normalize('NFD')}@example.com`)?.key, one.key, letter)
    pairs += 1
  }
  assert.ok(pairs > 1000, String(pairs))
})

test('no text at all makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      canonicalEmail(typed)
      canonicalEmail(`${typed}@example.com`)
      canonicalEmail(`owner@${typed}`)
    }),
    { seed: 11, numRuns: 500 },
  )
})
