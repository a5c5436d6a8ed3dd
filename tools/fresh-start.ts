/**
 * Does what the README says in a fresh clone, with nothing on the PATH but the machine's own Node: `npm ci`, `npm start`.
 * Then measures later starts and the memory of the server, and ends it by SIGTERM.
 *
 *     node --conditions=source tools/fresh-start.ts
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort, pause } from '../e2e/server.ts'
import { ROOT } from './run-step.ts'

const INSTALL_LIMIT_MS = 300_000
const START_LIMIT_MS = 120_000
const END_LIMIT_MS = 10_000
const MOST_MIB = 120
const ROUNDS = 3

const folder = mkdtempSync(join(tmpdir(), 'sallyport-fresh-'))
const clone = join(folder, 'sallyport')
const port = await freePort()
const authenticatorPort = await freePort()
const env = {
  HOME: process.env['HOME'],
  PATH: (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((path) => !path.includes('node_modules'))
    .join(delimiter),
  SALLYPORT_PORT: String(port),
  SALLYPORT_AUTHENTICATOR_PORT: String(authenticatorPort),
}
const children: ChildProcess[] = []
let failed = false
try {
  execFileSync('git', ['clone', '--quiet', ROOT, clone])
  const printed = execFileSync('npm', ['ci'], {
    cwd: clone,
    env,
    encoding: 'utf8',
    timeout: INSTALL_LIMIT_MS,
  })
  console.log(`npm ci printed: ${printed.trim().replaceAll('\n', ' | ') || 'nothing'}`)

  const first = await start(['npm', 'start'])
  say('first start prints the console', /^Console:\s+http:\/\/localhost:/m.test(first.output()))
  say('first start prints the authenticator', /^Authenticator:\s+http:\/\/localhost:/m.test(first.output()))
  say('first start prints the set-up link', /^First account:\s+http/m.test(first.output()))
  say('the sign-in page is served', await isPage(`http://localhost:${port}/sign-in`))
  say('the authenticator is served', await isPage(`http://localhost:${authenticatorPort}/`))
  await endGroup(first.child)
  say('SIGTERM to what npm started ends it', !(await isAlive()))

  await measureStarts()
} catch (fault) {
  failed = true
  console.error(fault)
} finally {
  killLeft()
  rmSync(folder, { recursive: true, force: true })
}
console.log(failed ? 'FAILED: fresh start' : 'ok: fresh start')
process.exit(failed ? 1 : 0)

/** The best of some starts, since the machine may be busy with other things. */
async function measureStarts(): Promise<void> {
  const tooks: number[] = []
  const mibs: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const { child, tookMs } = await start(directly())
    tooks.push(tookMs)
    const mib = residentMib(child.pid)
    if (mib !== undefined) mibs.push(mib)
    say('SIGTERM ends it with exit code 0', (await endOne(child)) === 0)
  }
  const took = Math.min(...tooks)
  // Told, not judged: how long a machine takes says as much of the machine. bench/server-start.ts has the ratio.
  console.log(`       a later start answers after ${took} ms`)
  if (mibs.length > 0) say(`the server alone takes ${Math.min(...mibs)} MiB`, Math.min(...mibs) <= MOST_MIB)
}

async function isPage(url: string): Promise<boolean> {
  const page = await fetch(url, { headers: { connection: 'close' } })
  return page.ok && (await page.text()).includes('<html')
}

function say(what: string, holds: boolean): void {
  failed ||= !holds
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}`)
}

/** What `npm start` runs, without npm, whose own start is not ours to measure. */
function directly(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  const args = scripts.start.replace(/^(exec )?node /, '').split(' ')
  return [join(clone, 'node_modules', '.bin', 'node'), ...args]
}

async function start(
  command: readonly string[],
): Promise<{ child: ChildProcess; output: () => string; tookMs: number }> {
  const [program = '', ...args] = command
  let output = ''
  const begun = performance.now()
  const child = spawn(program, args, { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  children.push(child)
  const keep = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  for (;;) {
    const answers = await isAlive()
    const tookMs = Math.round(performance.now() - begun)
    if (child.exitCode !== null || tookMs > START_LIMIT_MS) throw new Error(`it does not start:\n${output}`)
    if (answers) return { child, output: () => output, tookMs }
    await pause(10)
  }
}

async function isAlive(): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/healthz`, { headers: { connection: 'close' } })).ok
  } catch {
    return false
  }
}

/** As Ctrl-C at a terminal and a supervisor do: npm, its shell and the server are told together. */
async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return
  process.kill(-child.pid, 'SIGTERM')
  for (let waited = 0; waited < END_LIMIT_MS && (await isAlive()); waited += 50) await pause(50)
}

async function endOne(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM')
  for (let waited = 0; waited < END_LIMIT_MS && child.exitCode === null; waited += 50) await pause(50)
  return child.exitCode
}

/** What is still there when a step above failed. */
function killLeft(): void {
  for (const { pid } of children) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended, as it should.
    }
  }
}

/** Linux tells; elsewhere it is not measured. */
function residentMib(pid: number | undefined): number | undefined {
  try {
    const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kib === undefined ? undefined : Math.round(Number(kib) / 1024)
  } catch {
    return undefined
  }
}
