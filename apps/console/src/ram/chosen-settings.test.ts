import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenOf, draftOf, type Settings, withMethod, wrongNumbers } from './chosen-settings.ts'

const settings: Settings = {
  whoMust: 'everyone',
  graceDays: 7,
  usersManageDevices: true,
  networks: ['192.0.2.0/24', '2001:db8::/32'],
  sessionHours: 24,
  minimumPasswordLength: 15,
  trustBrowserDays: 7,
  idleDays: 0,
  passwordHistory: 0,
  identityMethods: ['email', 'security_questions'],
  recoveryCodes: false,
  alias: 'acme',
  enforcedAt: null,
}

test('settings survive the way through the fields', () => {
  const { alias, enforcedAt, ...chosen } = settings
  assert.deepEqual(chosenOf(draftOf(settings)), chosen)
  assert.deepEqual(wrongNumbers(draftOf(settings)), [])
  assert.equal(alias, 'acme')
  assert.equal(enforcedAt, null)
})

test('networks may be parted by lines, commas and spaces, and none is none', () => {
  const networks = (typed: string) => chosenOf({ ...draftOf(settings), networks: typed }).networks
  assert.deepEqual(networks(' 192.0.2.0/24,\n 10.0.0.0/8 '), ['192.0.2.0/24', '10.0.0.0/8'])
  assert.deepEqual(networks(' \n '), [])
})

test('a number out of its bounds, empty or not whole is named', () => {
  const draft = draftOf(settings)
  for (const graceDays of ['', '31', '-1', '1.5', '7 days', '1e1'])
    assert.deepEqual(wrongNumbers({ ...draft, graceDays }), ['graceDays'])
  assert.deepEqual(wrongNumbers({ ...draft, sessionHours: '0', minimumPasswordLength: '7' }), [
    'sessionHours',
    'minimumPasswordLength',
  ])
  for (const idleDays of ['1', '29', '731', ''])
    assert.deepEqual(wrongNumbers({ ...draft, idleDays }), ['idleDays'])
  assert.deepEqual(wrongNumbers({ ...draft, idleDays: '0' }), [])
})

test('a way to verify identity is added or taken away in one order', () => {
  assert.deepEqual(withMethod(['security_questions'], 'email', true), ['email', 'security_questions'])
  assert.deepEqual(withMethod(['email', 'phone'], 'email', true), ['email', 'phone'])
  assert.deepEqual(withMethod(['email', 'phone'], 'email', false), ['phone'])
  assert.deepEqual(withMethod(['email'], 'email', false), [])
})
