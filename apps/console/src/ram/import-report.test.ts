import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportCsv, reportOf } from './import-report.ts'

const user = {
  line: 2,
  name: 'anna',
  displayName: '',
  email: null,
  phone: null,
  comment: '',
  mfaBindRequired: false,
  groups: [],
}
const previewed = [
  { line: 2, name: 'anna', outcome: 'create', user },
  { line: 3, name: '=cmd()', outcome: 'user_name_invalid', user: null },
  { line: 4, name: 'bob', outcome: 'create', user: { ...user, line: 4, name: 'bob' } },
  { line: 5, name: 'carl', outcome: 'create', user: { ...user, line: 5, name: 'carl' } },
] as const
const sent = { retryAfterSeconds: null }
const done = [
  { ...sent, line: 2, name: 'anna', id: 'prn_a', generatedPassword: 'abcd', refused: null },
  { ...sent, line: 4, name: 'bob', id: null, generatedPassword: null, refused: 'user_name_taken' },
] as const

test('the report has every line that is settled, in the order of the file', () => {
  assert.deepEqual(
    reportOf([...previewed], [...done]).map(({ line, outcome, password }) => [line, outcome, password]),
    [
      [2, 'created', 'abcd'],
      [3, 'user_name_invalid', null],
      [4, 'user_name_taken', null],
    ],
  )
})

test('no cell of the downloaded report begins like a formula', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r']) {
    const report = [{ line: 2, name: `${start}1`, outcome: 'user_name_invalid', password: null }] as const
    const csv = reportCsv(report, () => `${start}why`)
    for (const cell of csv.split('\r\n')[1]?.split(',') ?? [])
      assert.doesNotMatch(cell, /^"?[=+\-@\t\r]/, JSON.stringify(cell))
  }
  assert.match(
    reportCsv(reportOf([...previewed], [...done]), (code) => code),
    /3,'=cmd\(\),refused,/,
  )
})
