/**
 * Measures P8: how long the server takes from its start to its first answer, as a ratio to a bare Fastify in the same run,
 * and how much memory it holds then. `--json` prints the same for machines.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ROUNDS = 5
const SERVER = join(import.meta.dirname, '../apps/server/sallyport.js')
/** Run as a module of the server's folder, so that it finds the same Fastify. */
const BARE = `import Fastify from 'fastify'
const server = Fastify()
server.get('/healthz', () => ({ alive: true }))
await server.listen({ port: Number(process.env.SALLYPORT_PORT) })
process.once('SIGTERM', () => process.exit(0))`

type Start = { readonly ms: number; readonly residentMib: number }

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'))
const ours: Start[] = []
const bare: Start[] = []
try {
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning']
  await start([...flags, SERVER])
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await start([...flags, SERVER]))
    bare.push(await start(['--input-type=module', '--eval', BARE]))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const result = {
  startMs: median(ours.map((one) => one.ms)),
  bareFastifyMs: median(bare.map((one) => one.ms)),
  ratio: median(ours.map((one, round) => one.ms / (bare[round]?.ms ?? Number.NaN))),
  ratioTarget: 3,
  residentMib: median(ours.map((one) => one.residentMib)),
  residentMibTarget: 120,
}
if (values.json) console.log(JSON.stringify(result))
else {
  console.log(
    `P8  start to first answer  ${result.startMs.toFixed(0)} ms, bare Fastify ${result.bareFastifyMs.toFixed(0)} ms, ratio ${result.ratio.toFixed(2)} (target <= 3)`,
  )
  console.log(`P8  resident after it      ${result.residentMib.toFixed(0)} MiB (target <= 120)`)
}

async function start(args: readonly string[]): Promise<Start> {
  const port = await freePort()
  const env = {
    ...process.env,
    SALLYPORT_PORT: String(port),
    SALLYPORT_AUTHENTICATOR_PORT: String(await freePort()),
    SALLYPORT_DATA: folder,
    SALLYPORT_LOG_LEVEL: 'silent',
    NODE_OPTIONS: '',
  }
  const begun = performance.now()
  const child = spawn(process.execPath, args, {
    env,
    cwd: join(import.meta.dirname, '../apps/server'),
    stdio: 'ignore',
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error('the server ended before it answered')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const ms = performance.now() - begun
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const residentMib = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  return { ms, residentMib }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/healthz`)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
