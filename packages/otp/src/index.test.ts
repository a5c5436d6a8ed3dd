import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as otp from './index.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(import.meta.dirname, name), 'utf8') }))

test('shows these names and no others', () => {
  assert.deepEqual(Object.keys(otp).sort(), [
    'checkCode',
    'checkPair',
    'decodeBase32',
    'diagnosePair',
    'encodeBase32',
    'groupKey',
    'hotp',
    'normaliseCode',
    'readOtpauthUri',
    'standardShape',
    'steamCode',
    'timeStep',
    'totp',
    'writeOtpauthUri',
  ])
})

test('needs neither Node nor a browser, no package, no clock and no chance', () => {
  const foreign =
    /\b(process|Buffer|require|window|document|globalThis|self|TextEncoder|TextDecoder|crypto|atob|btoa|fetch|URL|Date|performance)\b|\bMath\.random/
  for (const { name, text } of sources) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    assert.doesNotMatch(code, foreign, name)
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) assert.match(from ?? '', /^\.\.?\//, name)
  }
})

test('goes the way of an account from key to sign-in', () => {
  const key = Uint8Array.from({ length: 20 }, (_, i) => i * 7)
  const unixSeconds = 1_700_000_000
  const reading = otp.readOtpauthUri(
    otp.writeOtpauthUri({ issuer: 'Sallyport', account: 'a@example.com', key }),
  )
  assert.ok(reading.ok)
  const phone = reading.uri

  // The phone is four minutes fast.
  const shown = (later: number) => otp.totp(phone.key, unixSeconds + 240 + later, phone)
  const bound = otp.checkPair(key, shown(0), shown(30), { unixSeconds: unixSeconds + 30, windowSteps: 20 })
  assert.ok(bound.matched)
  assert.equal(bound.driftSteps, 8)

  const typed = `${shown(60).slice(0, 3)} ${shown(60).slice(3)}`
  const at = { unixSeconds: unixSeconds + 60, driftSteps: bound.driftSteps }
  const signedIn = otp.checkCode(key, otp.normaliseCode(typed), at)
  assert.ok(signedIn.matched)
  assert.ok(signedIn.step > bound.step, 'a code of the binding would not be newer')
})
