import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { readConfiguration } from '../configuration.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { playTranscript } from '../testing/transcript.ts'
import { openWorld } from '../world.ts'

const OWNER = { accountId: '1234567890123456', principalId: 'prn_ada' } as const
const FILE = '\ufeffuser_name,groups\r\ngwen,night\r\nbob,\r\nhal,day\r\n'

test('an operator imports users from a file, line by line, and puts them into groups', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-cli-'))
  const clock = heldClock()
  try {
    const configuration = readConfiguration({ SALLYPORT_DATA: folder }, '/')
    const world = await openWorld(configuration, { clock, random: countedRandom('groups') })
    const email = canonicalEmail('ada@example.org')
    assert.ok(email)
    await world.atomically((stores) => stores.accounts.createMain(OWNER, email, clock.now()))
    await world.database.close()
    writeFileSync(join(folder, 'people.csv'), FILE)
    writeFileSync(join(folder, 'latin.csv'), Buffer.from('user_name\nj\xf6rg\n', 'latin1'))
    const played = await playTranscript(join(import.meta.dirname, 'groups.transcript.txt'), {
      clock,
      random: countedRandom(),
      env: { SALLYPORT_DATA: folder },
      hide: { [folder]: '<data>' },
    })
    assert.equal(played.actual, played.expected)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
