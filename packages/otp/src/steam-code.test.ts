import assert from 'node:assert/strict'
import { test } from 'node:test'
import steam from '../../../vectors/otp/keepassxc-steam.json' with { type: 'json' }
import { decodeBase32 } from './base32/decode-base32.ts'
import { steamCode } from './steam-code.ts'

test('computes the codes that KeePassXC tests its own with', () => {
  const key = decodeBase32(steam.secret)
  assert.ok(key.ok)
  for (const { unixSeconds, code } of steam.cases) assert.equal(steamCode(key.bytes, unixSeconds), code)
})
