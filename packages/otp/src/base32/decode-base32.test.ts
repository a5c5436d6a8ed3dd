import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import rfc4648 from '../../../../vectors/otp/rfc4648-base32.json' with { type: 'json' }
import { decodeBase32 } from './decode-base32.ts'
import { encodeBase32 } from './encode-base32.ts'
import { groupKey } from './group-key.ts'

/** ASCII half of the time, and then halves of surrogate pairs too. */
const anyUnit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((unit) => String.fromCharCode(unit))

const key = Buffer.from('12345678901234567890')
const canonical = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('writes and reads the examples of RFC 4648, section 10, with padding and without', () => {
  for (const { text, base32 } of rfc4648.cases) {
    const bare = base32.replaceAll('=', '')
    assert.equal(encodeBase32(Buffer.from(text)), bare)
    if (text === '') continue
    assert.equal(textOf(base32), text)
    assert.equal(textOf(bare), text)
  }
})

test('reads back every key it wrote, also in groups, in lower case, and padded', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
      const written = encodeBase32(bytes)
      const padded = written.padEnd(Math.ceil(written.length / 8) * 8, '=')
      assert.match(written, /^[A-Z2-7]+$/)
      for (const form of [written, groupKey(written), written.toLowerCase(), padded]) {
        const reading = decodeBase32(form)
        assert.ok(reading.ok)
        assert.deepEqual([...reading.bytes], [...bytes])
        assert.ok(!reading.remarks.includes('odd_length') && !reading.remarks.includes('left_over_bits'))
      }
    }),
  )
})

test('shows a key in groups of four', () => {
  assert.equal(groupKey(canonical), 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  assert.equal(groupKey('GEZDGN'), 'GEZD GN')
  assert.equal(groupKey(''), '')
  assert.equal(groupKey('ab cdef'), 'abcd ef')
  assert.equal(groupKey(''), '')
})

test('reads lower case', () => reads(canonical.toLowerCase()))
test('reads spaces, also those that do not break', () => reads(groupKey(canonical).replace(' ', '\u00a0')))
test('reads hyphens and the dashes that word processors make of them', () =>
  reads('GEZD-GNBV\u2013GY3T\u2014QOJQ-GEZDGNBVGY3TQOJQ'))
test('reads line breaks and tabs', () => reads(`\t${canonical.slice(0, 9)}\r\n${canonical.slice(9)}\n`))
test('reads past characters that cannot be seen', () =>
  reads(`\ufeff${canonical.slice(0, 3)}\u200b${canonical.slice(3)}`))
test('reads padding wherever it stands', () => reads(`${canonical}====`))

test('names a bad character with its position in the text as typed', () => {
  assert.deepEqual(decodeBase32('gezd gn!v'), {
    ok: false,
    problem: 'bad_character',
    position: 8,
    character: '!',
  })
})

test('counts a character outside the basic plane as one', () => {
  const reading = decodeBase32('ge\u{1f511}zd')
  assert.ok(!reading.ok)
  assert.equal(reading.position, 3)
  assert.equal(reading.character, '\u{1f511}')
})

test('does not take foreign letters for those of the alphabet', () => {
  for (const letter of ['\u0131', '\u017f', '\u00df', '\u212a', '\uff21']) {
    const reading = decodeBase32(`GEZD${letter}GNB`)
    assert.ok(!reading.ok)
    assert.equal(reading.position, 5)
  }
})

test('refuses 0, 1 and 8 and suggests the letters they look like', () => {
  assert.deepEqual(decodeBase32('gezd gn0v 1y8t'), {
    ok: false,
    problem: 'bad_character',
    position: 8,
    character: '0',
    suggestion: { kind: 'look_alikes', key: 'GEZDGNOVIYBT' },
  })
})

test('refuses 9, which looks like nothing in the alphabet, without a suggestion', () => {
  const reading = decodeBase32('GEZDGN9V')
  assert.ok(!reading.ok)
  assert.equal(reading.suggestion, undefined)
})

test('recognises a key in hexadecimal and offers its bytes', () => {
  const reading = decodeBase32('3132 3334 3536 3738 3930')
  assert.ok(!reading.ok)
  assert.equal(reading.position, 2)
  assert.deepEqual(reading.suggestion, {
    kind: 'hexadecimal',
    bytes: Uint8Array.from(Buffer.from('1234567890')),
  })
})

test('refuses nothing, and a single character, which is less than a byte', () => {
  assert.deepEqual(decodeBase32(''), { ok: false, problem: 'empty' })
  assert.deepEqual(decodeBase32(' - = '), { ok: false, problem: 'empty' })
  assert.deepEqual(decodeBase32('A'), { ok: false, problem: 'too_short' })
})

test('accepts lengths that no bytes have and remarks on them', () => {
  for (let length = 2; length <= 32; length++) {
    const reading = decodeBase32('A'.repeat(length))
    assert.ok(reading.ok)
    assert.equal(reading.bytes.length, Math.floor((length * 5) / 8))
    assert.equal(reading.remarks.includes('odd_length'), [1, 3, 6].includes(length % 8))
  }
})

test('remarks on bits that are left over, and on keys below ten bytes', () => {
  assert.deepEqual(remarksOf('MZ'), ['left_over_bits', 'short_key'])
  assert.deepEqual(remarksOf('MY'), ['short_key'])
  assert.deepEqual(remarksOf('A'.repeat(16)), [])
  assert.deepEqual(remarksOf('A'.repeat(15)), ['short_key'])
})

test('never throws, and names a character that stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit, maxLength: 60 }), (text) => {
      const reading = decodeBase32(text)
      if (reading.ok || reading.problem !== 'bad_character') return
      assert.equal([...text][(reading.position ?? 0) - 1], reading.character)
    }),
    { numRuns: 2000 },
  )
})

function reads(text: string): void {
  const reading = decodeBase32(text)
  assert.ok(reading.ok)
  assert.deepEqual(Buffer.from(reading.bytes), key)
  assert.deepEqual(reading.remarks, [])
}

function textOf(base32: string): string {
  const reading = decodeBase32(base32)
  return reading.ok ? Buffer.from(reading.bytes).toString() : reading.problem
}

function remarksOf(base32: string): readonly string[] {
  const reading = decodeBase32(base32)
  return reading.ok ? reading.remarks : [reading.problem]
}
