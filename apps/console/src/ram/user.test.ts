import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, type Profile } from './profile.ts'
import { mfaStanding } from './user.ts'

const profile: Profile = {
  displayName: 'Wei',
  comment: '',
  email: 'wei@example.org',
  phone: '',
  mfaBindRequired: false,
  passwordResetRequired: false,
}

test('a profile sends what differs alone', () => {
  assert.deepEqual(changesOf(profile, profile), {})
  assert.deepEqual(changesOf(profile, { ...profile, displayName: ' Wei ' }), {})
  assert.deepEqual(changesOf(profile, { ...profile, phone: '+86 138 0013 8000', mfaBindRequired: true }), {
    phone: '+86 138 0013 8000',
    mfaBindRequired: true,
  })
})

test('an emptied address is taken away, an emptied comment is empty', () => {
  assert.deepEqual(changesOf({ ...profile, comment: 'x' }, { ...profile, email: ' ', comment: '' }), {
    email: null,
    comment: '',
  })
})

test('who must set up MFA and has nothing to verify an identity by is named apart', () => {
  const user = { devices: 0, mfaObliged: true, canVerify: false }
  assert.equal(mfaStanding(user), 'noWay')
  assert.equal(mfaStanding({ ...user, canVerify: true }), 'due')
  assert.equal(mfaStanding({ ...user, mfaObliged: false }), 'off')
  assert.equal(mfaStanding({ ...user, devices: 1 }), 'on')
})
