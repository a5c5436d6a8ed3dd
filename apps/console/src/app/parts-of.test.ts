import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enRam } from '../text/en-ram.ts'
import { enSecurity } from '../text/en-security.ts'
import { enWizard } from '../text/en-wizard.ts'
import { zhRam } from '../text/zh-ram.ts'
import { zhSecurity } from '../text/zh-security.ts'
import { zhWizard } from '../text/zh-wizard.ts'
import { partsOf } from './parts-of.ts'

test('a sentence comes apart into words and places, in order', () => {
  assert.deepEqual(
    partsOf('On, bound {date}, last used {time}').map(({ words, place }) => place ?? words),
    ['On, bound ', 'date', ', last used ', 'time'],
  )
  assert.deepEqual(
    partsOf('{time}更改').map(({ place }) => place),
    ['time', null],
  )
  assert.deepEqual(partsOf(''), [])
})

test('both languages have the same places in each sentence', () => {
  assert.deepEqual(placesOf(zhSecurity), placesOf(enSecurity))
  assert.deepEqual(placesOf(zhWizard), placesOf(enWizard))
  assert.deepEqual(placesOf(zhRam), placesOf(enRam))
})

function placesOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, value]: [string, unknown]) => {
    const here = `${path}.${name}`
    if (typeof value === 'object' && value !== null) return placesOf(value, here)
    const said = typeof value === 'function' ? String(value(2, 2)) : String(value)
    const places = partsOf(said).flatMap(({ place }) => (place === null ? [] : [place]))
    return [`${here}: ${places.toSorted().join(' ')}`]
  })
}
