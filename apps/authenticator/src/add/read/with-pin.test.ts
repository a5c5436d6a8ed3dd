/** A PIN is asked for only where the account came without it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeIn } from './intake.ts'
import { withPin } from './with-pin.ts'

const motp = 'motp://mOTP:ann?secret=e3152afee62599c8'

async function only(uri: string) {
  const [entry] = (await takeIn([uri], [])).fresh
  assert.ok(entry !== undefined)
  return entry
}

test('an account that came with its PIN is whole without another', async () => {
  const whole = withPin(await only(`${motp}&pin=1234`), '')
  assert.deepEqual(whole?.code, { kind: 'motp', pin: '1234' })
})

test('one that came without takes a PIN that can be one, and no other', async () => {
  const entry = await only(motp)
  assert.equal(withPin(entry, ''), undefined)
  assert.deepEqual(withPin(entry, ' 1234 ')?.code, { kind: 'motp', pin: '1234' })
})
