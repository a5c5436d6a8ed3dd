/** Comma-separated values as programs write them, and as they come when cut short. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCsv, readCsvRecords } from './csv.ts'

test('reads quotes, quotes within, commas and line ends within a field', () => {
  assert.deepEqual(readCsv('a,"b ""x"", y","two\r\nlines",\r\n\n"",last'), [
    ['a', 'b "x", y', 'two\r\nlines', ''],
    ['', 'last'],
  ])
})

test('takes the rest where a quote never ends, and a stray quote as it is', () => {
  assert.deepEqual(readCsv('a,"b,c\nd'), [['a', 'b,c\nd']])
  assert.deepEqual(readCsv('5" disk,b'), [['5" disk', 'b']])
})

test('names the fields of a row that is too short or too long', () => {
  const [short, long] = readCsvRecords('Name,TOTP\nx\ny,z,more')
  assert.deepEqual([short?.get('name'), short?.get('totp')], ['x', ''])
  assert.deepEqual([long?.get('name'), long?.get('totp')], ['y', 'z'])
})

test('reads back every table that is written with all fields quoted', () => {
  const table = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
      assert.deepEqual(readCsv(text.join('\r\n')), rows)
    }),
  )
})
