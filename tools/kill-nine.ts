/**
 * Kills the server with SIGKILL again and again under a running load of sign-ins, bindings, removals and changes of
 * password, starts it on the same data folder, and looks whether anything that was acknowledged is lost, whether a code
 * passes twice, and whether the audit trail holds.
 *
 *     node --conditions=source tools/kill-nine.ts [--rounds 100] [--owners 40]
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type RunningServer, startServer } from '../e2e/server.ts'
import {
  bindFirst,
  changeDevices,
  changePassword,
  registerOwner,
  signIn,
  signInByRecoveryCode,
} from './kill-nine/acts.ts'
import { Unanswered } from './kill-nine/browser-client.ts'
import { checkOwner } from './kill-nine/check-owner.ts'
import { isRested, type Owner } from './kill-nine/owner.ts'
import { NODE_FLAGS, ROOT } from './run-step.ts'

const LONGEST_ROUND_MS = 1200
const ROUNDS_BETWEEN_AUDITS = 20
/** Owners that act at once in a round, and how often each does at most: a code is good for one sign-in. */
const AT_ONCE = 6
const ACTS = 3

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100' }, owners: { type: 'string', default: '40' } },
})
const rounds = Number(values.rounds)
const begun = Date.now()
const server = await startServer({ SALLYPORT_REGISTRATION: 'open', SALLYPORT_ADDRESS_LIMITS: 'off' })
try {
  const owners: Owner[] = []
  for (let index = 0; index < Number(values.owners); index += 1) {
    const owner = await registerOwner(server.origin, `owner${index}`)
    await bindFirst(server.origin, owner)
    owners.push(owner)
  }
  console.log(`${owners.length} owners joined (${seconds()} s)`)

  let doubts = 0
  for (let round = 1; round <= rounds; round += 1) {
    doubts += await playRound(server, owners, round)
    if (round % ROUNDS_BETWEEN_AUDITS === 0 || round === rounds) {
      verifyAudit(server)
      console.log(`${round} kills, ${doubts} requests cut off, audit trail whole (${seconds()} s)`)
    }
  }
  console.log(`ok: killed ${rounds} times, nothing acknowledged was lost, no code passed twice`)
} catch (fault) {
  console.log(server.printed().slice(-4000))
  console.error(fault)
  process.exitCode = 1
} finally {
  await server.dispose()
}

function seconds(): number {
  return Math.round((Date.now() - begun) / 1000)
}

/** Load, a kill at some moment, a restart, a look at who acted; how many requests were cut off in doubt. */
async function playRound(running: RunningServer, owners: readonly Owner[], round: number): Promise<number> {
  const acting = shuffled(owners.filter(isRested)).slice(0, AT_ONCE)
  const load = acting.map(async (owner) => {
    for (let act = 0; act < ACTS; act += 1) if (!(await answered(() => actOf(owner)))) return
  })
  const guests: Owner[] = []
  const joining = answered(async () => {
    const guest = await registerOwner(running.origin, `guest${round}`)
    guests.push(guest)
    await bindFirst(running.origin, guest)
  })
  const ended = Promise.all([...load, joining])
  // Heard again below; a fault before the kill must not end the program before the server is stopped.
  ended.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * LONGEST_ROUND_MS))
  await running.kill()
  await ended
  await running.start()
  const seen = [...acting, ...guests]
  const doubts = seen.filter(({ doubt }) => doubt !== undefined).length
  await Promise.all(seen.map(checkOwner))
  return doubts
}

function actOf(owner: Owner): Promise<unknown> {
  const chance = Math.random()
  if (chance < 0.5) return signIn(owner)
  if (chance < 0.6) return signInByRecoveryCode(owner)
  if (chance < 0.8) return changePassword(owner)
  return changeDevices(owner)
}

/** False when the server went away meanwhile. */
async function answered(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (fault) {
    if (fault instanceof Unanswered) return false
    throw fault
  }
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

function verifyAudit(running: RunningServer): void {
  const main = join(ROOT, 'apps', 'server', 'sallyport.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [...NODE_FLAGS, main, 'audit', 'verify'], {
    cwd: running.folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], SALLYPORT_DATA: running.folder },
  })
  if (status !== 0) throw new Error(`the audit trail does not verify: ${stdout}${stderr}`)
}
