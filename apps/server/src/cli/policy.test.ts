import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import { readConfiguration } from '../configuration.ts'
import { countedRandom } from '../testing/counted-random.ts'
import { heldClock } from '../testing/held-clock.ts'
import { openWorld } from '../world.ts'
import { runCommand } from './run-command.ts'

const OWNER = { accountId: '1234567890123456', principalId: 'prn_owner' } as const
const clock = heldClock()

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-policy-'))
  try {
    const world = await openWorld(readConfiguration({ SALLYPORT_DATA: folder }, '/'), {
      clock,
      random: countedRandom('policy'),
    })
    const email = canonicalEmail('owner@example.org')
    assert.ok(email)
    await world.atomically(async (stores) => {
      await stores.accounts.createMain(OWNER, email, clock.now())
      await stores.settings.setAlias(OWNER.accountId, 'harbour')
      await stores.users.create({
        accountId: OWNER.accountId,
        principalId: 'prn_ann',
        name: { name: 'ann', key: 'ann' },
        displayName: '',
        comment: '',
        mfaBindRequired: false,
        email: undefined,
        phone: undefined,
        passwordState: 'own',
        firstPasswordEndsAt: undefined,
        createdAt: clock.now(),
      })
    })
    await world.database.close()
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(
  folder: string,
  ...words: string[]
): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { SALLYPORT_DATA: folder },
    folder: '/nonexistent',
    stdin: () => Promise.resolve(''),
    clock,
    random: countedRandom(),
    serve: () => Promise.resolve(0),
  })
  return { code, out, err }
}

test('an operator shows, previews and enforces the settings of an account by email, alias or id', () =>
  inFolder(async (folder) => {
    const shown = await run(folder, 'policy', 'show', 'owner@example.org')
    assert.deepEqual(shown.out, [
      'whoMust=nobody',
      'graceDays=7',
      'usersManageDevices=yes',
      'networks=',
      'sessionHours=24',
      'minimumPasswordLength=15',
      'trustBrowserDays=0',
      'idleDays=0',
      'passwordHistory=0',
      'identityMethods=email,phone,security_questions',
      'recoveryCodes=yes',
      'These are the defaults.',
    ])
    const changes =
      'whoMust=everyone graceDays=0 networks=192.0.2.7 identityMethods=phone,email recoveryCodes=no'
    const previewed = await run(folder, 'policy', 'preview', 'harbour', changes)
    assert.deepEqual(previewed.out.slice(0, -1), [
      '1 active, 0 with MFA',
      'Sent to set-up: 1',
      '  ann@harbour',
      'Without a way to verify their identity: 1',
      '  ann@harbour',
      'Others without MFA and without such a way: 0',
      'Losing their recovery codes: 0',
      'Locked out by network: 0',
      'Suspended in a week for staying away: 0',
    ])
    const token = previewed.out.at(-1) ?? ''
    const other = await run(folder, 'policy', 'enforce', 'harbour', 'whoMust=everyone', token)
    assert.equal(other.code, 1)
    const enforced = await run(folder, 'policy', 'enforce', OWNER.accountId, changes, token)
    assert.deepEqual([enforced.code, enforced.err], [0, []])
    const after = await run(folder, 'policy', 'show', OWNER.accountId, '--json')
    const { settings } = JSON.parse(after.out[0] ?? '')
    assert.equal(settings.recoveryCodes, false)
    assert.deepEqual(
      [settings.whoMust, settings.graceDays, settings.networks, settings.identityMethods],
      ['everyone', 0, ['192.0.2.7/32'], ['email', 'phone']],
    )
  }))

test('what cannot be read is named, and changes nothing', () =>
  inFolder(async (folder) => {
    for (const wrong of [
      'graceDays=31',
      'graceDays=-1',
      'sessionHours=0',
      'whoMust=all',
      'constructor=1',
      'identityMethods=',
      'identityMethods=email,sms',
      'identityMethods=security_questions',
      'recoveryCodes=off',
      'everyone',
    ]) {
      const { code, err } = await run(folder, 'policy', 'preview', 'harbour', wrong)
      assert.equal(code, 2, wrong)
      assert.match(err[0] ?? '', new RegExp(`cannot read ${wrong}`))
    }
    assert.equal((await run(folder, 'policy', 'preview', 'harbour', 'networks=nowhere')).code, 2)
    assert.equal((await run(folder, 'policy', 'show', 'nobody@example.org')).code, 1)
    assert.equal((await run(folder, 'policy', 'show', '1234567890123457')).code, 1)
  }))
