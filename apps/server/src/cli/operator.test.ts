import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { standardShape } from '@sallyport/otp'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { recordEvent } from '../audit/record-event.ts'
import { readConfiguration } from '../configuration.ts'
import { makeRecoveryCodes } from '../recovery-codes/make-recovery-codes.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { testContext } from '../testing/test-context.ts'
import { playTranscript } from '../testing/transcript.ts'
import { openWorld, type World } from '../world.ts'

const PRINCIPAL = { accountId: '1234567890123456', principalId: 'prn_ada' } as const
const clock = heldClock()
let folder = ''

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-cli-'))
  chmodSync(folder, 0o700)
})
after(() => rmSync(folder, { recursive: true, force: true }))

function transcript(name: string, env: Readonly<Record<string, string>> = {}) {
  return playTranscript(join(import.meta.dirname, `${name}.transcript.txt`), {
    clock,
    env: { SALLYPORT_DATA: folder, ...env },
    hide: { [folder]: '<data>' },
  })
}

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await openWorld(readConfiguration({ SALLYPORT_DATA: folder }, '/'), {
    clock,
    random: countedRandom('cli'),
  })
  try {
    await work(world)
  } finally {
    await world.database.close()
  }
}

async function makeOwnerWithDevice(world: World): Promise<void> {
  const email = canonicalEmail('Ada@example.org')
  assert.ok(email)
  const made = await makeRecoveryCodes(world, PRINCIPAL)
  assert.ok('store' in made)
  await world.atomically(async (stores) => {
    await stores.accounts.createMain(PRINCIPAL, email, clock.now())
    await stores.totp.insert(
      {
        ...PRINCIPAL,
        deviceId: 'mfa_1',
        name: 'Pocket phone',
        slug: 'pocket-phone',
        shape: standardShape,
        lastStep: 0,
        driftSteps: 1,
        boundAt: clock.now(),
        lastUsedAt: undefined,
        sealedKey: 'sealed',
      },
      'pocket phone',
    )
    await made.store(stores)
    await recordEvent(stores, clock, {
      accountId: PRINCIPAL.accountId,
      actor: PRINCIPAL.principalId,
      subject: PRINCIPAL.principalId,
      action: 'mfa.bound',
      outcome: 'succeeded',
      context: testContext(),
    })
  })
}

test('an operator makes a database, looks at accounts and factors, and breaks the glass', async () => {
  const begun = await transcript('migrate')
  assert.equal(begun.actual, begun.expected)
  await inWorld(makeOwnerWithDevice)
  const played = await transcript('operator')
  assert.equal(played.actual, played.expected)
  await inWorld(async ({ read }) => {
    assert.equal(await read.totp.count(PRINCIPAL), 0)
    assert.equal(await read.recoveryCodes.count(PRINCIPAL), 0)
    const [event] = await read.audit.listOfPrincipal(PRINCIPAL.accountId, PRINCIPAL.principalId, {
      before: undefined,
      limit: 1,
    })
    assert.equal(event?.action, 'mfa.reset')
    assert.equal(event?.actor, 'operator')
  })
})

test('audit verify names the event that was changed, and fails', async () => {
  await inWorld(async ({ database }) => {
    await database.transact((sql) =>
      sql
        .withTables<{ audit_event: { seq: number; actor: string } }>()
        .updateTable('audit_event')
        .set({ actor: 'somebody else' })
        .where('seq', '=', 1)
        .execute(),
    )
  })
  const played = await transcript('audit-broken')
  assert.equal(played.actual, played.expected)
})

test('doctor says what is good, what is worth a thought and what is wrong', async () => {
  const played = await transcript('doctor')
  assert.equal(played.actual, played.expected)
})

test('doctor names a root key that is not the one, a folder that others can write, a dead mail server', async () => {
  const key = join(folder, 'another.key')
  writeFileSync(key, `${Buffer.alloc(32, 9).toString('base64')}\n`, { mode: 0o600 })
  chmodSync(folder, 0o777)
  const played = await transcript('doctor-ill', {
    SALLYPORT_ROOT_KEY_FILE: key,
    SALLYPORT_SMTP_URL: 'smtp://127.0.0.1:1',
    SALLYPORT_MAIL_FROM: 'a@example.org',
    SALLYPORT_SMS_URL: 'http://127.0.0.1:1/?to={to}&text={text}',
  })
  chmodSync(folder, 0o700)
  assert.equal(played.actual, played.expected)
})

test('a wrong variable stops every verb with one line', async () => {
  const played = await transcript('wrong-variable', { SALLYPORT_COLOUR: 'blue' })
  assert.equal(played.actual, played.expected)
})
