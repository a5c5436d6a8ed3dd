/** What owners do under load. Each act writes to the ledger what was acknowledged, and as a doubt what was not. */
import { authenticator } from '../../e2e/authenticator.ts'
import { BrowserClient, Unanswered } from './browser-client.ts'
import { type Doubt, type Owner, signingDevice } from './owner.ts'

const MOST_DEVICES = 4
/** Ten tries an hour are an account's limit, and each use is followed by one that must be refused. */
const KEPT_RECOVERY_CODES = 6
const CODE = /(?<!\d)\d{6}(?!\d)/

/** Creates an account. What the server did not acknowledge is nobody's. */
export async function registerOwner(origin: string, name: string): Promise<Owner> {
  const email = `${name}@example.org`
  const password = newPassword()
  const browser = new BrowserClient(origin)
  await browser.must('POST /api/register', { body: { email, password } })
  const code = await codeFor(origin, email)
  await browser.must('POST /api/register/verify', { body: { code } })
  return {
    email,
    password,
    formerPassword: undefined,
    devices: new Map(),
    recoveryCodes: [],
    usedRecoveryCodes: [],
    sessions: [browser],
    browser,
    acceptedCode: undefined,
    doubt: undefined,
  }
}

/** Binds the first device, after a code by email. */
export async function bindFirst(origin: string, owner: Owner): Promise<void> {
  const params = { purpose: 'bind_mfa' }
  await owner.browser.must('POST /api/verification/:purpose/send', { params, body: { method: 'email' } })
  const code = await codeFor(origin, owner.email)
  await owner.browser.must('POST /api/verification/:purpose/prove', {
    params,
    body: { method: 'email', code },
  })
  await bind(owner, owner.browser, 'first')
}

/** Signs in with password and code. */
export async function signIn(owner: Owner): Promise<BrowserClient> {
  const device = signingDevice(owner)
  const client = await passwordStep(owner)
  const code = device.next()
  await doubted(owner, { kind: 'code', code }, () =>
    client.must('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } }),
  )
  owner.acceptedCode = code
  owner.sessions.push(client)
  return client
}

/** Signs in with password and a recovery code. */
export async function signInByRecoveryCode(owner: Owner): Promise<void> {
  const [code] = owner.recoveryCodes
  if (code === undefined || owner.recoveryCodes.length <= KEPT_RECOVERY_CODES) return
  const client = await passwordStep(owner)
  await doubted(owner, { kind: 'recovery_code', code }, () =>
    client.must('POST /api/sign-in/prove', { body: { method: 'recovery_code', code } }),
  )
  owner.recoveryCodes.shift()
  owner.usedRecoveryCodes.push(code)
  owner.sessions.push(client)
}

/** Changes the password from a session that has just signed in; the others end. */
export async function changePassword(owner: Owner): Promise<void> {
  const client = await signIn(owner)
  const password = newPassword()
  await doubted(owner, { kind: 'password', password }, () =>
    client.must('POST /api/password', { body: { currentPassword: owner.password, newPassword: password } }),
  )
  owner.formerPassword = owner.password
  owner.password = password
  owner.sessions = [client]
}

/** Binds a further device from a session that has just signed in, or removes one where there are many. */
export async function changeDevices(owner: Owner): Promise<void> {
  const client = await signIn(owner)
  if (owner.devices.size < MOST_DEVICES)
    return await bind(owner, client, `device ${Math.random().toString(36).slice(2)}`)
  const name = [...owner.devices.keys()].at(-1) ?? ''
  const listed = await client.must('GET /api/mfa/devices')
  const id = listed.find((device) => device.name === name)?.id ?? ''
  await doubted(owner, { kind: 'removed', name }, () =>
    client.must('DELETE /api/mfa/devices/:id', { params: { id } }),
  )
  owner.devices.delete(name)
  owner.sessions = [client]
}

/** Gives the password as the first step; ends with an attempt. */
export async function passwordStep(owner: Owner): Promise<BrowserClient> {
  const client = owner.browser.fresh()
  const state = await client.must('POST /api/sign-in', {
    body: { accountName: owner.email, password: owner.password },
  })
  if (state.state !== 'second_step')
    throw new Error(`${owner.email} has a device, and the password alone led to ${state.state}`)
  return client
}

async function bind(owner: Owner, client: BrowserClient, name: string): Promise<void> {
  const pending = await client.must('POST /api/mfa/binding')
  const device = authenticator({
    secret: pending.key,
    algorithm: pending.algorithm,
    digits: pending.digits,
    periodSeconds: pending.periodSeconds,
  })
  const [firstCode, secondCode] = device.pair()
  const body = { bindingId: pending.bindingId, deviceName: name, firstCode, secondCode }
  const bound = await doubted(owner, { kind: 'bound', device, name }, () =>
    client.must('POST /api/mfa/binding/confirm', { body }),
  )
  owner.devices.set(name, device)
  owner.recoveryCodes.push(...bound.recoveryCodes)
  owner.sessions = [client]
  owner.browser = client
}

/** The newest code to an address; a killed server is no fault. */
async function codeFor(origin: string, email: string): Promise<string> {
  const messages = await new BrowserClient(origin).must('GET /api/outbox')
  const text = messages.find(({ to, text }) => to === email && CODE.test(text))?.text ?? ''
  return CODE.exec(text)?.[0] ?? ''
}

function newPassword(): string {
  return `${Math.random().toString(36).slice(2)} gulls over quiet water`
}

/** Remembers what was asked for when no answer came. */
async function doubted<T>(owner: Owner, doubt: Doubt, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (fault) {
    if (fault instanceof Unanswered) owner.doubt = doubt
    throw fault
  }
}
