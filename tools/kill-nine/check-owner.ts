/** After a restart: looks at an owner's account and compares it with the ledger. */
import assert from 'node:assert/strict'
import { passwordStep } from './acts.ts'
import type { BrowserClient } from './browser-client.ts'
import { type Doubt, type Owner, signingDevice } from './owner.ts'

const RECOVERY_CODES = 10

/**
 * Everything acknowledged must be there; what was in doubt may be there or not, but wholly; what was accepted once must
 * be refused. Settles the doubt in the ledger.
 *
 * Throws an assertion that names the owner when one of these does not hold.
 */
export async function checkOwner(owner: Owner): Promise<void> {
  const { doubt } = owner
  owner.doubt = undefined
  const live = await liveSessions(owner, doubt)
  if (owner.devices.size === 0 && !(await settleFirstDevice(owner, doubt))) return
  if (doubt?.kind === 'password') await settlePassword(owner, doubt)
  const client = live ?? (await enter(owner, doubt))

  const overview = await client.must('GET /api/security')
  settleDevices(
    owner,
    doubt,
    overview.virtualMfa.devices.map(({ name }) => name),
  )
  settleRecoveryCodes(owner, doubt, overview.recoveryCodes.left)
  if (doubt?.kind === 'code') await replayDoubtedCode(owner, doubt.code, overview.sessions.length)
  await refuseSpent(owner)
  await endOthers(owner)
}

/** A session that still works. All that were acknowledged must, unless the doubt would have ended them. */
async function liveSessions(owner: Owner, doubt: Doubt | undefined): Promise<BrowserClient | undefined> {
  const mayHaveEnded = doubt?.kind === 'password' || doubt?.kind === 'bound' || doubt?.kind === 'removed'
  const live: BrowserClient[] = []
  for (const client of owner.sessions) {
    const answer = await client.call('GET /api/security')
    if (answer.ok) live.push(client)
    else assert.ok(mayHaveEnded, `${owner.email}: an acknowledged session is gone: ${answer.problem.code}`)
  }
  owner.sessions = live
  return live[0]
}

/** Whether a first binding in doubt came about. Without it the password alone signs in; with it, it does not. */
async function settleFirstDevice(owner: Owner, doubt: Doubt | undefined): Promise<boolean> {
  const client = owner.browser.fresh()
  const body = { accountName: owner.email, password: owner.password }
  const { state } = await client.must('POST /api/sign-in', { body })
  if (state === 'signed_in') return false
  assert.ok(doubt?.kind === 'bound', `${owner.email}: a second step is asked for, and no device was bound`)
  owner.devices.set(doubt.name, doubt.device)
  // The answer that showed them was lost, so they can only be counted.
  owner.recoveryCodes.push(...Array.from({ length: RECOVERY_CODES }, () => ''))
  return true
}

/** Exactly one of the two passwords opens. */
async function settlePassword(owner: Owner, doubt: Doubt & { kind: 'password' }): Promise<void> {
  const opens = async (password: string): Promise<boolean> => {
    const client = owner.browser.fresh()
    const answer = await client.call('POST /api/sign-in', { body: { accountName: owner.email, password } })
    return answer.ok
  }
  const old = await opens(owner.password)
  const changed = await opens(doubt.password)
  assert.notEqual(old, changed, `${owner.email}: of two passwords exactly one must open`)
  if (!changed) return
  owner.formerPassword = owner.password
  owner.password = doubt.password
}

/** Signs in anew; an unanswered binding may have made its device the second one that signs in. */
async function enter(owner: Owner, doubt: Doubt | undefined): Promise<BrowserClient> {
  const client = await passwordStep(owner)
  const code = signingDevice(owner, doubt?.kind === 'removed' ? doubt.name : undefined).next()
  const answer = await client.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })
  assert.ok(
    answer.ok,
    `${owner.email}: cannot sign in after ${doubt?.kind ?? 'nothing'}: ${answer.ok ? '' : answer.problem.code}`,
  )
  owner.acceptedCode = code
  owner.sessions = [client]
  return client
}

function settleDevices(owner: Owner, doubt: Doubt | undefined, names: readonly string[]): void {
  if (doubt?.kind === 'bound' && names.includes(doubt.name)) owner.devices.set(doubt.name, doubt.device)
  if (doubt?.kind === 'removed' && !names.includes(doubt.name)) owner.devices.delete(doubt.name)
  assert.deepEqual([...names].sort(), [...owner.devices.keys()].sort(), `${owner.email}: devices`)
}

function settleRecoveryCodes(owner: Owner, doubt: Doubt | undefined, left: number): void {
  if (doubt?.kind === 'recovery_code' && left === owner.recoveryCodes.length - 1) {
    owner.recoveryCodes.shift()
    owner.usedRecoveryCodes.push(doubt.code)
  }
  assert.equal(left, owner.recoveryCodes.length, `${owner.email}: recovery codes left`)
}

/**
 * A code whose sign-in was not answered: where the list of sessions shows that it was carried out, the same code must be
 * refused now; else it may still pass, once.
 */
async function replayDoubtedCode(owner: Owner, code: string, sessionsNow: number): Promise<void> {
  const carriedOut = sessionsNow > owner.sessions.length
  const client = await passwordStep(owner)
  const answer = await client.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })
  assert.ok(!(answer.ok && carriedOut), `${owner.email}: a code was accepted twice, over a kill`)
  if (!answer.ok) return
  owner.acceptedCode = code
  owner.sessions.push(client)
}

/** So that the list of sessions shows, after the next kill, what was carried out without an answer. */
async function endOthers(owner: Owner): Promise<void> {
  const client = owner.sessions.at(-1)
  await client?.must('POST /api/sessions/end-others')
  owner.sessions = client === undefined ? [] : [client]
}

/** The code that was accepted last, a used recovery code and the former password open nothing. */
async function refuseSpent(owner: Owner): Promise<void> {
  const client = await passwordStep(owner)
  if (owner.acceptedCode !== undefined) {
    const again = await client.call('POST /api/sign-in/prove', {
      body: { method: 'virtual_mfa', code: owner.acceptedCode },
    })
    assert.ok(!again.ok, `${owner.email}: a code was accepted twice`)
  }
  const used = owner.usedRecoveryCodes.pop()
  if (used !== undefined) {
    const again = await client.call('POST /api/sign-in/prove', {
      body: { method: 'recovery_code', code: used },
    })
    assert.ok(!again.ok, `${owner.email}: a recovery code was accepted twice`)
  }
  if (owner.formerPassword !== undefined) {
    const body = { accountName: owner.email, password: owner.formerPassword }
    const again = await owner.browser.fresh().call('POST /api/sign-in', { body })
    assert.ok(!again.ok, `${owner.email}: a former password opens`)
  }
  const code = signingDevice(owner).next()
  const done = await client.call('POST /api/sign-in/prove', { body: { method: 'virtual_mfa', code } })
  assert.ok(done.ok, `${owner.email}: cannot sign in: ${done.ok ? '' : done.problem.code}`)
  owner.acceptedCode = code
  owner.sessions.push(client)
}
