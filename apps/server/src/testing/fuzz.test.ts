/** Every endpoint of the contract under input that is wrong in every way: no fault, no change, and always a problem document. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { type EndpointKey, endpointOf, endpoints, refusals } from '@sallyport/contract'
import fc from 'fast-check'
import { junk, rawBodies, shaped, spoilt } from './arbitrary-input.ts'
import { bindDevice, givePassword, registerOwner } from './people.ts'
import type { TestBrowser } from './test-browser.ts'
import { type TestServer, testServer } from './test-server.ts'

/** What a refused request may move: counters, and the trail that tells of it. */
const MAY_MOVE: ReadonlySet<string> = new Set([
  'audit_event',
  'challenge_tries',
  'hit',
  'otp_budget',
  'password_failures',
])
/** These end the door through which they came, so they come last. */
const ENDING: ReadonlySet<string> = new Set(['POST /api/sign-in/cancel', 'POST /api/sign-out'])
const RUNS = 6
const SEED = 20_261_124

/** A digest of every row that a refused request must leave alone. */
function fingerprint(db: DatabaseSync): string {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
  const digest = createHash('sha256')
  for (const { name } of tables) {
    if (typeof name !== 'string' || MAY_MOVE.has(name)) continue
    digest.update(name).update(JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()))
  }
  return digest.digest('hex')
}

async function doorsOf(at: TestServer): Promise<Record<string, TestBrowser>> {
  const bound = await bindDevice(at, await registerOwner(at, 'bound@example.com'))
  return {
    'signed out': at.browser(),
    'with an attempt': await givePassword(at, bound.email),
    'with a session': (await registerOwner(at, 'plain@example.com')).browser,
    'with a session of two steps': bound.browser,
  }
}

type Shot = { readonly url: string; readonly payload: string | undefined; readonly type: string }

function shotsOf(key: EndpointKey): fc.Arbitrary<Shot> {
  const endpoint = endpointOf(key)
  const [, path = '/'] = key.split(' ')
  const body: fc.Arbitrary<string | undefined> = fc.oneof(
    fc.constantFrom(undefined, ...rawBodies),
    junk.map((value) => JSON.stringify(value)),
    ...(endpoint.body === undefined
      ? []
      : [
          shaped(endpoint.body).map((value) => JSON.stringify(value)),
          spoilt(endpoint.body).map((value) => JSON.stringify(value)),
        ]),
  )
  const params = fc.oneof(
    endpoint.params === undefined ? fc.constant({}) : shaped(endpoint.params),
    fc.record({
      id: fc.string({ unit: 'binary' }),
      purpose: fc.constantFrom('', 'toString', '%00', 'x'.repeat(300)),
    }),
  ) as fc.Arbitrary<Record<string, string>>
  const query = fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((text) => `?${text}`),
    fc.constantFrom(
      '?before=1&before=2',
      '?before[]=1',
      '?before=-1',
      '?__proto__=1',
      `?before=${'9'.repeat(400)}`,
    ),
  )
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'nonsense',
  )
  return fc.record({ params, query, payload: body, type }).map((parts) => ({
    url: path.replace(/:(\w+)/g, (_, name: string) => escaped(parts.params[name] ?? '')) + parts.query,
    payload: parts.payload,
    type: parts.type,
  }))
}

/** As a browser escapes; what has no escape (half a surrogate pair) goes as a broken escape. */
function escaped(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ed%a0%80'
}

async function shoot(at: TestServer, door: TestBrowser, key: EndpointKey, shot: Shot) {
  const [method = 'GET'] = key.split(' ')
  return at.server.inject({
    method: method as 'GET',
    url: shot.url,
    headers: {
      host: at.world.origin.host,
      'sec-fetch-site': 'same-origin',
      ...(shot.payload === undefined ? {} : { 'content-type': shot.type }),
      ...(door.cookies.size === 0
        ? {}
        : { cookie: [...door.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
    },
    ...(shot.payload === undefined ? {} : { payload: shot.payload }),
  })
}

test('no input to any endpoint, through any door, makes a fault; what is refused changes nothing', async () => {
  const at = await testServer()
  const db = new DatabaseSync(join(at.world.configuration.dataFolder, 'sallyport.db'), { readOnly: true })
  try {
    const doors = await doorsOf(at)
    const keys = (Object.keys(endpoints) as EndpointKey[]).toSorted(
      (one, other) => Number(ENDING.has(one)) - Number(ENDING.has(other)),
    )
    let before = fingerprint(db)
    for (const key of keys) {
      for (const [name, door] of Object.entries(doors)) {
        await fc.assert(
          fc.asyncProperty(shotsOf(key), async (shot) => {
            const answer = await shoot(at, door, key, shot)
            const told = `${key} ${name}: ${answer.statusCode} ${answer.body.slice(0, 300)}`
            if (answer.statusCode === 200) {
              before = fingerprint(db)
              return
            }
            assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, told)
            assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, told)
            assert.ok(Object.hasOwn(refusals, answer.json().code), told)
            assert.equal(fingerprint(db), before, told)
          }),
          { numRuns: RUNS, seed: SEED, endOnFailure: true },
        )
      }
    }
    const alive = await at.server.inject({ url: '/healthz' })
    assert.equal(alive.statusCode, 200)
    assert.equal(at.logged().includes('"msg":"fault"'), false)
  } finally {
    db.close()
    await at.close()
  }
})
