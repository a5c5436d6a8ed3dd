/** Housekeeping as a whole: what breaks in one part keeps no other from its turn. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY } from './kernel/clock.ts'
import { sweep } from './sweep.ts'
import { registerOwner } from './testing/people.ts'
import { accountOf, makeUser } from './testing/ram-people.ts'
import { testServer } from './testing/test-server.ts'

test('users who stayed away are suspended also where nothing that is over could be deleted, and the fault is told', async () => {
  const at = await testServer()
  try {
    const accountId = await accountOf(await registerOwner(at))
    const user = await makeUser(at, accountId, 'ann')
    const settings = await at.world.read.settings.find(accountId)
    await at.world.atomically(async (stores) => {
      await stores.settings.save(accountId, { ...settings, idleDays: 30 }, at.clock.now())
    })
    at.clock.advance(40 * DAY)
    const fault = new Error('a table is broken')
    const atomically: typeof at.world.atomically = (act) =>
      at.world.atomically((stores) => {
        const purge = () => Promise.reject(fault)
        return act({ ...stores, attempts: { ...stores.attempts, purge } })
      })
    await assert.rejects(sweep({ ...at.world, atomically }), fault)
    assert.equal((await at.world.read.users.find(user))?.state, 'suspended')
  } finally {
    await at.close()
  }
})
