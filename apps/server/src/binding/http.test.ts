import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EndpointKey, endpointOf } from '@sallyport/contract'
import { readOtpauthUri, totp } from '@sallyport/otp'
import { Value } from 'typebox/value'
import type { CookieJar, CookieName } from '../http/cookies.ts'
import { SECOND } from '../kernel/clock.ts'
import { NO_DEVICE_TOKENS, writeDeviceTokens } from '../kernel/device-tokens.ts'
import { newId } from '../kernel/ids.ts'
import type { Caller } from '../kernel/principal.ts'
import { isRefused } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { context, openDesk } from './desk.test.ts'
import { bindingRoutes } from './http.ts'

test('what the doors answer has the form of the contract, from the key to the last device', async (t) => {
  const { deps, signIn, verify, callerOf, clock } = await openDesk(t)
  const set = new Map<CookieName, Secret<string>>()
  const cookies: CookieJar = {
    get: (name) => set.get(name),
    set: (name, token) => void set.set(name, token),
    deviceTokens: () => NO_DEVICE_TOKENS,
    setDeviceTokens: (tokens) => void set.set('device', writeDeviceTokens(tokens)),
    clear: (name) => void set.delete(name),
  }
  const routes = new Map(bindingRoutes(deps).map((route) => [route.key, route.handle]))
  async function call(key: EndpointKey, caller: Caller, input: object = {}) {
    const handle = routes.get(key) as ((input: object) => Promise<unknown>) | undefined
    assert.ok(handle, key)
    const reply = await handle({ ...input, caller, context, cookies })
    assert.ok(!isRefused(reply), JSON.stringify(reply))
    // Formats are the HTTP kit's matter and not registered here.
    const errors = Value.Errors(endpointOf(key).reply, reply).filter((error) => error.keyword !== 'format')
    assert.deepEqual(errors, [], key)
    return reply as never
  }
  async function signedIn(): Promise<Caller> {
    const token = set.get('session')
    assert.ok(token)
    return callerOf(token)
  }

  const caller = await signIn()
  await verify(caller, 'bind_mfa')
  const pending: { bindingId: string; uri: string; serverTime: string } = await call(
    'POST /api/mfa/binding',
    caller,
  )
  const reading = readOtpauthUri(pending.uri)
  assert.ok(reading.ok)
  const { key, ...uri } = reading.uri
  assert.deepEqual(
    [uri.type, uri.issuer, uri.account, uri.algorithm, uri.digits, uri.periodSeconds],
    ['totp', 'Sallyport', 'owner@example.com', 'SHA1', 6, 30],
  )
  assert.equal(Date.parse(pending.serverTime), clock.now())

  const seconds = clock.now() / SECOND
  const body = {
    bindingId: pending.bindingId,
    deviceName: 'phone',
    firstCode: totp(key, seconds - 30),
    secondCode: totp(key, seconds),
  }
  const bound: { device: { id: string } } = await call('POST /api/mfa/binding/confirm', caller, { body })
  assert.ok(set.get('device'))
  const params = { id: bound.device.id }
  const devices: readonly { id: string }[] = await call('GET /api/mfa/devices', await signedIn())
  assert.deepEqual(devices, [bound.device])
  await call('PATCH /api/mfa/devices/:id', await signedIn(), { params, body: { name: 'Pixel 9' } })
  await call('POST /api/recovery-codes', await signedIn())
  const before = set.get('session')
  await call('DELETE /api/mfa/devices/:id', await signedIn(), { params })
  assert.notEqual(set.get('session'), before)
  assert.deepEqual(await call('GET /api/mfa/devices', await signedIn()), [])
})

test('a refusal sets no cookie', async (t) => {
  const { deps, signIn, random } = await openDesk(t)
  const cookies: CookieJar = {
    get: () => undefined,
    set: () => assert.fail('a cookie was set'),
    deviceTokens: () => NO_DEVICE_TOKENS,
    setDeviceTokens: () => assert.fail('a cookie was set'),
    clear: () => assert.fail('a cookie was cleared'),
  }
  const caller = await signIn()
  const inputs: Partial<Record<EndpointKey, object>> = {
    'POST /api/mfa/binding': {},
    'POST /api/mfa/binding/confirm': {
      body: { bindingId: newId('bnd', random), deviceName: 'phone', firstCode: '1', secondCode: '2' },
    },
    'PATCH /api/mfa/devices/:id': { params: { id: newId('mfa', random) }, body: { name: 'mine' } },
    'DELETE /api/mfa/devices/:id': { params: { id: newId('mfa', random) } },
    'POST /api/recovery-codes': {},
  }
  for (const { key, handle } of bindingRoutes(deps)) {
    const input = inputs[key]
    if (input === undefined) continue
    const reply = await (handle as (input: object) => Promise<unknown>)({
      ...input,
      caller,
      context,
      cookies,
    })
    assert.ok(isRefused(reply), key)
  }
})
