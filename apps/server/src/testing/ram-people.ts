/** RAM users for tests: made in the stores, signed in through the front door. */
import assert from 'node:assert/strict'
import { groupName } from '../groups/group.ts'
import type { AccountId, GroupId, PrincipalId } from '../kernel/ids.ts'
import { newId } from '../kernel/ids.ts'
import { isRefused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import type { UserRole, UserState } from '../users/user.ts'
import { userName } from '../users/user.ts'
import { type Owner, PASSWORD } from './people.ts'
import type { TestBrowser } from './test-browser.ts'
import type { TestServer } from './test-server.ts'

export type Made = {
  readonly accountId: AccountId
  readonly principalId: PrincipalId
  readonly signInName: string
}

export type MadeWith = {
  readonly role?: UserRole
  readonly state?: UserState
  readonly email?: string
  readonly phone?: string
  readonly mfaBindRequired?: boolean
  /** Where it last signed in from. */
  readonly lastAddress?: string
  /** Without, it cannot sign in. */
  readonly password?: boolean
}

export async function accountOf(owner: Owner): Promise<AccountId> {
  const security = await owner.browser.call('GET /api/security')
  assert.equal(security.status, 200, security.text)
  return security.reply.accountId as AccountId
}

/** An active user with its own password unless told. */
export async function makeUser(
  at: TestServer,
  accountId: AccountId,
  name: string,
  withWhat: MadeWith = {},
): Promise<Made> {
  const { world } = at
  const named = userName(name)
  assert.ok(named)
  const principal = { accountId, principalId: newId('prn', world.random) }
  const phc = withWhat.password === false ? undefined : await hashPassword(world.hasher, new Secret(PASSWORD))
  assert.ok(!isRefused(phc))
  const now = world.clock.now()
  const { email } = withWhat
  await world.atomically(async (stores) => {
    const created = await stores.users.create({
      ...principal,
      name: named,
      displayName: '',
      comment: '',
      mfaBindRequired: withWhat.mfaBindRequired ?? false,
      email: email === undefined ? undefined : { address: email, key: email },
      phone: withWhat.phone,
      passwordState: 'own',
      firstPasswordEndsAt: undefined,
      createdAt: now,
    })
    assert.ok(created)
    if (withWhat.role !== undefined) await stores.users.setRole(principal, withWhat.role)
    if (withWhat.lastAddress !== undefined)
      await stores.users.noteSignIn(principal, now, withWhat.lastAddress)
    if (withWhat.state !== undefined) await stores.users.moveState(principal, ['active'], withWhat.state, now)
    if (phc !== undefined) await storePassword(stores, world, principal, phc, now)
  })
  return { ...principal, signInName: `${name}@${accountId}` }
}

/** A group with members. */
export async function makeGroup(
  at: TestServer,
  accountId: AccountId,
  typed: string,
  members: readonly Made[] = [],
): Promise<GroupId> {
  const { world } = at
  const name = groupName(typed)
  assert.ok(name)
  const key = { accountId, groupId: newId('grp', world.random) }
  await world.atomically(async ({ groups, users }) => {
    assert.ok(await groups.create({ ...key, name, comment: '', createdAt: world.clock.now() }))
    for (const member of members) {
      const user = await users.find(member)
      assert.ok(user)
      assert.ok(await groups.add(key, user, 10))
    }
  })
  return key.groupId
}

/** Signs a user in by its password. */
export async function signInUser(at: TestServer, user: Made, browser = at.browser()): Promise<TestBrowser> {
  const body = { accountName: user.signInName, password: PASSWORD }
  const signedIn = await browser.call('POST /api/sign-in', { body })
  assert.equal(signedIn.status, 200, signedIn.text)
  return browser
}

/** Gives a principal a virtual MFA device without its codes: enough for whoever only counts. */
export async function giveDevice(at: TestServer, user: Made): Promise<void> {
  const { world } = at
  await world.atomically((stores) =>
    stores.totp.insert(
      {
        accountId: user.accountId,
        principalId: user.principalId,
        deviceId: newId('mfa', world.random),
        name: 'Phone',
        slug: user.principalId,
        shape: { algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
        lastStep: 0,
        driftSteps: 0,
        boundAt: world.clock.now(),
        lastUsedAt: undefined,
        sealedKey: 'sealed',
      },
      'phone',
    ),
  )
}

/** The step-up that sensitive acts of the RAM console ask of an owner without a device: a code by mail. */
export async function proveManaging(at: TestServer, owner: Owner): Promise<void> {
  at.clock.advance(61_000)
  const params = { purpose: 'manage_users' } as const
  const sent = await owner.browser.call('POST /api/verification/:purpose/send', {
    params,
    body: { method: 'email' },
  })
  assert.equal(sent.status, 200, sent.text)
  const body = { method: 'email', code: await at.sentCode(owner.email) } as const
  const proven = await owner.browser.call('POST /api/verification/:purpose/prove', { params, body })
  assert.equal(proven.status, 200, proven.text)
}
