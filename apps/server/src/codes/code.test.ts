/** Codes cannot be told in advance. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemRandom } from '../kernel/random.ts'

test('E3: codes of the system are even over their range and over each digit', () => {
  const draws = 100_000
  const codes = Array.from({ length: draws }, () => systemRandom.digits(6))
  // Quantiles of chi-square at one in a million: 9 degrees of freedom for a digit, 99 for the first two.
  for (let place = 0; place < 6; place += 1) {
    const digits = codes.map((code) => code[place])
    assert.ok(chiSquare(digits, 10) < 46, `digit ${place}`)
  }
  const firsts = codes.map((code) => code.slice(0, 2))
  assert.ok(chiSquare(firsts, 100) < 182)
  const follows = codes.slice(1).map((code, index) => `${codes[index]?.[5]}${code[0]}`)
  assert.ok(chiSquare(follows, 100) < 182, 'a code tells nothing of the next')
})

function chiSquare(values: readonly (string | undefined)[], kinds: number): number {
  const counts = new Map<string | undefined, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const expected = values.length / kinds
  let sum = (kinds - counts.size) * expected
  for (const count of counts.values()) sum += (count - expected) ** 2 / expected
  return sum
}
