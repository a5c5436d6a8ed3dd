import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { readConfiguration } from '../configuration.ts'
import { listOutbox } from '../notify/list-outbox.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { playTranscript } from '../testing/transcript.ts'
import { openWorld, type World } from '../world.ts'

const OWNER = { accountId: '1234567890123456', principalId: 'prn_ada' } as const
const clock = heldClock()

async function inWorld(folder: string, work: (world: World) => Promise<void>): Promise<void> {
  const configuration = readConfiguration({ SALLYPORT_DATA: folder }, '/')
  const world = await openWorld(configuration, { clock, random: countedRandom('users') })
  try {
    await work(world)
  } finally {
    await world.database.close()
  }
}

test('an operator makes users of an account, stops them, brings them back, and the trail says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-cli-'))
  try {
    await inWorld(folder, async ({ atomically }) => {
      const email = canonicalEmail('ada@example.org')
      assert.ok(email)
      await atomically((stores) => stores.accounts.createMain(OWNER, email, clock.now()))
    })
    const played = await playTranscript(join(import.meta.dirname, 'users.transcript.txt'), {
      clock,
      env: { SALLYPORT_DATA: folder },
      hide: { [folder]: '<data>' },
    })
    assert.equal(played.actual, played.expected)
    await inWorld(folder, async (world) => {
      const bob = await world.read.users.findByName(OWNER.accountId, 'bob')
      assert.equal(bob?.state, 'suspended')
      assert.equal(bob.mfaBindRequired, true)
      const page = { before: undefined, limit: 20 }
      const events = await world.read.audit.listOfPrincipal(OWNER.accountId, bob.principalId, page)
      assert.deepEqual(
        events.map(({ action, actor }) => `${actor} ${action}`).toReversed(),
        [
          'user.created',
          'user.suspended',
          'user.resumed',
          'user.mfa_reset',
          'session.ended',
          'user.removed',
          'user.restored',
        ].map((action) => `operator ${action}`),
      )
      const [mail] = await listOutbox(world)
      assert.equal(mail?.to, 'eve@example.org')
      assert.match(mail.text, /\/invitation#token=/)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
