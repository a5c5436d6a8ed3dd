import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HOUR } from '../kernel/clock.ts'
import { type AccountId, newId } from '../kernel/ids.ts'
import { type Owner, registerOwner } from '../testing/people.ts'
import { accountOf, type Made, makeUser } from '../testing/ram-people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { listReport } from './report.ts'

type Sort = 'name' | 'boundAt' | 'lastUsedAt' | 'lastSignInAt'
type Query = { sort?: Sort; order?: 'asc' | 'desc'; mfa?: 'with' | 'without'; after?: string }
type Known = {
  readonly name: string
  readonly mfa: boolean
  readonly boundAt: number | undefined
  readonly lastUsedAt: number | undefined
  readonly lastSignInAt: number | undefined
}

const SORTS: readonly Sort[] = ['name', 'boundAt', 'lastUsedAt', 'lastSignInAt']
const USERS = 130

let at: TestServer
let owner: Owner
let accountId: AccountId
const known: Known[] = []

async function bind(user: Made, name: string, boundAt: number, lastUsedAt: number | undefined) {
  const { world } = at
  const device = {
    accountId: user.accountId,
    principalId: user.principalId,
    deviceId: newId('mfa', world.random),
    name,
    slug: `${name}-${user.principalId}`,
    shape: { algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const,
    lastStep: 0,
    driftSteps: 0,
    boundAt,
    lastUsedAt,
    sealedKey: 'sealed',
  }
  await world.atomically((stores) => stores.totp.insert(device, name))
}

/** Moments repeat, so that an order by them alone would be no order; some users have two devices, some none. */
before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
  const start = at.clock.now()
  for (let index = 0; index < USERS; index += 1) {
    const name = `u${String((index * 37) % USERS).padStart(3, '0')}`
    const user = await makeUser(at, accountId, name, { password: false })
    const boundAt = index % 3 === 0 ? undefined : start - (index % 11) * HOUR
    const lastUsedAt = boundAt === undefined || index % 4 === 0 ? undefined : start - (index % 7) * HOUR
    const lastSignInAt = index % 5 === 0 ? undefined : start - (index % 13) * HOUR
    if (boundAt !== undefined) {
      await bind(user, 'first', boundAt, lastUsedAt)
      if (index % 2 === 0)
        await bind(user, 'second', boundAt + HOUR, lastUsedAt === undefined ? undefined : lastUsedAt - HOUR)
    }
    if (lastSignInAt !== undefined)
      await at.world.atomically((stores) => stores.users.noteSignIn(user, lastSignInAt, ''))
    known.push({ name, mfa: boundAt !== undefined, boundAt, lastUsedAt, lastSignInAt })
  }
  await makeUser(at, accountId, 'removed', { password: false, state: 'removed' })
  const foreign = await makeUser(at, await accountOf(await registerOwner(at, 'other@example.com')), 'foreign')
  await bind(foreign, 'first', start, start)
})
after(() => at.close())

async function listed(query: Query): Promise<{ names: string[]; pages: number }> {
  const names: string[] = []
  let pages = 0
  let next: string | null = null
  do {
    const { reply }: { reply: Awaited<ReturnType<typeof ask>> } = { reply: await ask(query, next) }
    names.push(...reply.rows.map(({ signInName }) => signInName.split('@')[0] ?? ''))
    next = reply.next
    pages += 1
  } while (next !== null && pages < 50)
  return { names, pages }
}

async function ask(query: Query, next: string | null) {
  const answer = await owner.browser.call('GET /api/ram/report', {
    query: { ...query, ...(next === null ? {} : { after: next }) },
  })
  assert.equal(answer.status, 200, answer.text)
  return answer.reply
}

test('in every order and under every filter each user stands once, the earliest or latest first, who has no moment last', async () => {
  for (const sort of SORTS)
    for (const order of ['asc', 'desc'] as const)
      for (const mfa of [undefined, 'with', 'without'] as const) {
        const cell = `${sort} ${order} ${mfa}`
        const { names, pages } = await listed({ sort, order, ...(mfa === undefined ? {} : { mfa }) })
        const expected = known.filter((user) => mfa === undefined || (mfa === 'with') === user.mfa)
        assert.deepEqual([...names].sort(), expected.map(({ name }) => name).sort(), cell)
        if (mfa === undefined) assert.equal(pages, 3, cell)
        const users = names.map((name) => known.find((user) => user.name === name))
        const keys = users.map((user) => user?.[sort])
        const dated = keys.filter((key) => key !== undefined)
        const sorted = [...dated].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        assert.deepEqual(dated, order === 'asc' ? sorted : sorted.reverse(), cell)
        assert.ok(
          keys.slice(dated.length).every((key) => key === undefined),
          `${cell}: the others last`,
        )
        const rest = names.slice(dated.length)
        assert.deepEqual(rest, [...rest].sort(), `${cell}: and in order of name`)
      }
})

test('a page ends after so many users were read, however few fit, and the next one goes on from there', async () => {
  const bounds = { rows: 50, atOnce: 7, atMost: 20 }
  for (const sort of SORTS)
    for (const order of ['asc', 'desc'] as const)
      for (const mfa of ['with', 'without'] as const) {
        const names: string[] = []
        let after: string | null = ''
        let pages = 0
        while (after !== null) {
          const page: Awaited<ReturnType<typeof listReport>> = await listReport(
            at.world,
            accountId,
            { sort, order, mfa, ...(after === '' ? {} : { after }) },
            bounds,
          )
          names.push(...page.rows.map(({ signInName }) => signInName.split('@')[0] ?? ''))
          after = page.next
          pages += 1
          assert.ok(pages < 40, 'it ends')
        }
        assert.deepEqual(names, (await listed({ sort, order, mfa })).names, `${sort} ${order} ${mfa}`)
        assert.ok(pages >= 3, `${sort} ${order} ${mfa}: ${pages} pages`)
      }
})

test('of those with a device none is left once their bindings were listed', async () => {
  const beyond = { sort: 'boundAt', order: 'desc', mfa: 'with', after: '@1.prn_a' } as const
  const page = await listReport(at.world, accountId, beyond, { rows: 1, atOnce: 1, atMost: 1 })
  assert.deepEqual(page, { rows: [], next: null }, 'and no name is looked through')
})

test('the CSV holds every row under the filter and in the order of the page', async () => {
  const csvOf = async (query: Query) => {
    const answer = await owner.browser.call('GET /api/ram/report-csv', { query })
    assert.equal(answer.status, 200, answer.text)
    const [head = '', ...lines] = answer.reply.csv.trimEnd().split('\r\n')
    const columns = head.split(',')
    return lines.map((line) => {
      const cells = line.split(',')
      return Object.fromEntries(columns.map((column, index) => [column, cells[index]]))
    })
  }
  const query = { sort: 'lastSignInAt', order: 'desc', mfa: 'with' } as const
  const rows = await csvOf(query)
  assert.deepEqual(
    rows.map(({ user }) => user?.split('@')[0]),
    (await listed(query)).names,
  )
  assert.ok(rows.every(({ mfa, bound_at }) => mfa === 'yes' && bound_at !== ''))
  assert.equal((await csvOf({})).length, USERS)
})

test('without an order the report stands by name', async () => {
  assert.deepEqual(await listed({}), await listed({ sort: 'name', order: 'asc' }))
})

test('a place that no page of the order ended with ends the list', async () => {
  for (const after of ['@', '@12', '@x.prn_a', '@12.ses_a', '@1.prn_a']) {
    const { reply } = await owner.browser.call('GET /api/ram/report', { query: { after } })
    assert.deepEqual(reply, { rows: [], next: null }, after)
  }
  const query = { sort: 'boundAt', after: '@x.prn_a' } as const
  assert.deepEqual((await owner.browser.call('GET /api/ram/report', { query })).reply.rows, [])
})
