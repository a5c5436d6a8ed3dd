/** The bin: kept for thirty days, then nothing of the user is left but the trail. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { DAY } from '../kernel/clock.ts'
import { sweep } from '../sweep.ts'
import { bindDevice, registerOwner } from '../testing/people.ts'
import { queryPlans } from '../testing/query-plans.ts'
import { accountOf, makeUser, signInUser } from '../testing/ram-people.ts'
import { testDatabase } from '../testing/test-database.ts'
import { testServer } from '../testing/test-server.ts'
import { sqlErasureStore } from './sql.ts'

test('after thirty days in the bin no row of the user is left, and its name is free', async () => {
  const at = await testServer()
  try {
    const { atomically, read, configuration } = at.world
    const accountId = await accountOf(await registerOwner(at))
    const kept = await makeUser(at, accountId, 'kept', { email: 'kept@example.com' })
    const gone = await makeUser(at, accountId, 'gone', { email: 'gone@example.com', phone: '+4915100000000' })
    await atomically((stores) => stores.users.verifyEmail(gone, 'gone@example.com', 1))
    const browser = await signInUser(at, gone)
    await bindDevice(at, { email: 'gone@example.com', browser })
    await atomically((stores) => stores.users.moveState(gone, ['active'], 'removed', at.clock.now()))

    const file = new DatabaseSync(join(configuration.dataFolder, 'sallyport.db'), { readOnly: true })
    const tables = file
      .prepare(
        `SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'principal_id' WHERE m.type = 'table'`,
      )
      .all()
      .map(({ name }) => String(name))
    const rowsOf = (principalId: string) =>
      tables.filter(
        (table) =>
          file.prepare(`SELECT 1 FROM ${table} WHERE principal_id = ?`).get(principalId) !== undefined,
      )

    at.clock.advance(30 * DAY - 1)
    await sweep(at.world)
    assert.ok(rowsOf(gone.principalId).includes('mfa_device'))
    at.clock.advance(DAY)
    await sweep(at.world)
    assert.deepEqual(rowsOf(gone.principalId), [])
    assert.ok(rowsOf(kept.principalId).includes('ram_user'))
    file.close()

    assert.equal(await read.users.findByName(accountId, 'gone'), undefined)
    const page = { before: undefined, limit: 1 }
    const [event] = await read.audit.listOfPrincipal(accountId, gone.principalId, page)
    assert.equal(event?.action, 'user.erased')
    await makeUser(at, accountId, 'gone')
  } finally {
    await at.close()
  }
})

test('whoever is due is found without reading every user', async () => {
  const database = await testDatabase()
  try {
    const [plan = ''] = await queryPlans(database, (sql) => sqlErasureStore(sql).due(1, 100))
    assert.match(plan, /SEARCH ram_user USING INDEX ram_user_bin \(state=\? AND state_at<\?\)/)
    assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/)
  } finally {
    await database.close()
  }
})
