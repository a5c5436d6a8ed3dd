/** Imports through the front door: what the preview says is what comes, each line by itself, within its budget. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import type { Call } from '@sallyport/contract'
import type { AccountId } from '../kernel/ids.ts'
import { isRefused } from '../kernel/refusal.ts'
import { type Owner, registerOwner } from '../testing/people.ts'
import { accountOf, makeGroup, makeUser, proveManaging } from '../testing/ram-people.ts'
import { type TestServer, testServer } from '../testing/test-server.ts'
import { readImport } from './read-import.ts'

type First = Call<'POST /api/ram/imports'>['body']['firstPassword']

let at: TestServer
let owner: Owner
let accountId: AccountId

before(async () => {
  at = await testServer()
  owner = await registerOwner(at)
  accountId = await accountOf(owner)
  await makeGroup(at, accountId, 'Night')
  await makeUser(at, accountId, 'taken', { password: false })
})
suite('import of users', () => {
  beforeEach(async () => {
    at.clock.advance(16 * 60_000)
    await proveManaging(at, owner)
  })
  after(() => at.close())

  function preview(csv: string, firstPassword: First = 'generated') {
    return owner.browser.call('POST /api/ram/imports/preview', { body: { csv, firstPassword } })
  }

  async function imported(csv: string, firstPassword: First = 'generated') {
    const lines = (await preview(csv, firstPassword)).reply.lines.flatMap(({ user }) => user ?? [])
    const answer = await owner.browser.call('POST /api/ram/imports', { body: { lines, firstPassword } })
    assert.equal(answer.status, 200, answer.text)
    return answer.reply.lines
  }

  test('a file is read with or without byte order mark, in any order of columns, with quotes and line ends of all kinds', async () => {
    for (const mark of ['', '\ufeff'])
      for (const end of ['\n', '\r\n', '\r']) {
        const text = `${mark}Comment, user_name${end}"a ""b"",${end}c",anna${end}${end}x,bob`
        const read = await readImport(text)
        assert.ok(!isRefused(read), text)
        assert.deepEqual(
          read.map(({ line, cells }) => [line, cells.user_name, cells.comment, cells.email]),
          [
            [2, 'anna', 'a "b",\nc', ''],
            [5, 'bob', 'x', ''],
          ],
        )
      }
  })

  test('a file that is none says what is wrong with it', async () => {
    const refused: [string, string, string | number | undefined][] = [
      ['user_name,shoe size\nanna,40', 'import_column_unknown', 'shoe size'],
      ['email\na@example.com', 'import_column_missing', 'user_name'],
      ['user_name,USER_NAME\na,b', 'import_column_repeated', 'user_name'],
      ['user_name\n', 'import_empty', undefined],
      ['', 'import_empty', undefined],
      ['user_name\n"anna', 'import_malformed', 2],
      [`user_name\n${'anna\n'.repeat(1001)}`, 'import_too_large', undefined],
      [`user_name\n${'é'.repeat(600_000)}`, 'import_too_large', undefined],
    ]
    for (const [csv, code, where] of refused) {
      const { problem } = await preview(csv)
      assert.deepEqual([problem.code, problem.column ?? problem.line], [code, where])
    }
  })

  test('a preview says of each line what would come of it, and writes nothing', async () => {
    const users = await at.world.read.users.count(accountId)
    const head = await at.world.read.audit.head(accountId)
    const csv = [
      'user_name,email,phone,display_name,mfa_bind_required,groups',
      'anna,anna@example.com,,Anna,yes,night',
      'ANNA,other@example.com,,,,',
      'taken,t@example.com,,,,',
      'a b,,,,,',
      'bad-mail,nobody,,,,',
      'bad-phone,p@example.com,0151,,,',
      'no-mail,,,,,',
      `long,l@example.com,,${'x'.repeat(129)},,`,
      'mark,m@example.com,,,maybe,',
      'group,g@example.com,,,,night;day',
      'more,m@example.com,,,,,cell',
    ].join('\n')
    const { reply } = await preview(csv, 'invitation')
    assert.deepEqual(
      reply.lines.map(({ line, name, outcome }) => `${line} ${name} ${outcome}`),
      [
        '2 anna create',
        '3 ANNA name_repeated',
        '4 taken user_name_taken',
        '5 a b user_name_invalid',
        '6 bad-mail email_invalid',
        '7 bad-phone phone_invalid',
        '8 no-mail user_email_missing',
        '9 long cell_too_long',
        '10 mark mark_invalid',
        '11 group group_not_found',
        '12 more cells_too_many',
      ],
    )
    assert.equal(await at.world.read.users.count(accountId), users)
    assert.deepEqual(await at.world.read.audit.head(accountId), head)
  })

  test('lines become users with marks and groups; a repeat finds every name taken and changes nothing', async () => {
    const csv = 'user_name,mfa_bind_required,groups\ncarl,yes,Night\ndora,,'
    const lines = (await preview(csv)).reply.lines.flatMap(({ user }) => user ?? [])
    const done = await imported(csv)
    assert.deepEqual(
      done.map(({ line, name, refused }) => [line, name, refused]),
      [
        [2, 'carl', null],
        [3, 'dora', null],
      ],
    )
    const carl = await at.world.read.users.findByName(accountId, 'carl')
    assert.ok(carl)
    assert.deepEqual([carl.mfaBindRequired, carl.passwordState], [true, 'must_change'])
    assert.deepEqual(
      (await at.world.read.groups.ofUser(carl)).map(({ name }) => name),
      ['Night'],
    )
    const password = done[0]?.generatedPassword ?? ''
    assert.match(password, /^[a-z2-9]{16}$/)
    assert.ok(!at.logged().includes(password))
    const stored = await at.world.read.passwords.find(carl)
    const body = { lines, firstPassword: 'generated' } as const
    const again = await owner.browser.call('POST /api/ram/imports', { body })
    assert.deepEqual(
      again.reply.lines.map(({ refused, generatedPassword }) => [refused, generatedPassword]),
      [
        ['user_name_taken', null],
        ['user_name_taken', null],
      ],
    )
    assert.deepEqual(await at.world.read.passwords.find(carl), stored)
  })

  test('a line that is refused leaves nothing, and the lines around it stay', async () => {
    const line = { displayName: '', phone: null, comment: '', mfaBindRequired: false, email: null }
    const body = {
      firstPassword: 'generated',
      lines: [
        { ...line, line: 2, name: 'first', groups: [] },
        { ...line, line: 3, name: 'second', groups: ['no-such'] },
        { ...line, line: 4, name: 'third', groups: ['night'] },
      ],
    } as const
    const { reply } = await owner.browser.call('POST /api/ram/imports', { body: body as never })
    assert.deepEqual(
      reply.lines.map(({ refused }) => refused),
      [null, 'group_not_found', null],
    )
    assert.equal(await at.world.read.users.findByName(accountId, 'second'), undefined)
    assert.ok(await at.world.read.users.findByName(accountId, 'third'))
  })

  test('an import sends more invitations than one may by hand, and ends at a bound of its own', async (t) => {
    const key = { accountId, scope: 'invitation:from', subject: '' } as const
    const counted = async (scope: string) =>
      (await at.world.read.throttle.hitsSince({ ...key, scope }, at.clock.now() - 3_600_000, 5000)).length
    const before = await counted('import')
    await at.world.atomically(async ({ throttle }) => {
      for (let nth = 0; nth < 200; nth += 1)
        await throttle.takeHit({ ...key, at: at.clock.now(), hitId: `hand-${nth}` }, [])
      for (let nth = before; nth < 999; nth += 1)
        await throttle.takeHit({ ...key, scope: 'import', at: at.clock.now(), hitId: `file-${nth}` }, [])
    })
    const done = await imported('user_name,email\nlast,last@example.com\nbeyond,b@example.com', 'invitation')
    assert.deepEqual(
      done.map(({ refused }) => refused),
      [null, 'too_often'],
    )
    assert.ok((done[1]?.retryAfterSeconds ?? 0) > 0)
    assert.equal((await at.sentTexts('last@example.com')).length, 1)
    assert.equal((await at.sentTexts('b@example.com')).length, 0)
    assert.equal(await at.world.read.users.findByName(accountId, 'beyond'), undefined)

    const hashed = t.mock.method(at.world.hasher, 'hash')
    const generated = await imported('user_name\none\ntwo\nthree')
    assert.deepEqual(
      generated.map(({ refused, retryAfterSeconds }) => [refused, (retryAfterSeconds ?? 0) > 0]),
      Array.from({ length: 3 }, () => ['too_often', true]),
    )
    assert.equal(hashed.mock.callCount(), 0, 'asked before a password is hashed')
  })
})
