/** What a start loads, seen in a process of its own, since this one may have loaded everything. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

/** Loaded with their first use: they cost a start time and memory that most servers never need. */
const LATER = [
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
  '@fastify/swagger',
  '@zxcvbn-ts/language-common',
  'ajv',
  'csv-parse',
  'nodemailer',
  'pino-pretty',
  'prom-client',
  'yaml',
]

/** Runs the lines in a fresh process; the paths of all that it loaded. */
async function loadedBy(lines: string): Promise<readonly string[]> {
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    ${lines}
    console.log(JSON.stringify(loaded))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script],
    { cwd: import.meta.dirname, env: {}, timeout: 60_000 },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

function packagesOf(loaded: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(loaded.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]))
}

test('both listeners stand before anything is loaded that belongs to a later request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  try {
    const loaded = await loadedBy(`
      const { readConfiguration } = await import('./configuration.ts')
      const { openWorld } = await import('./world.ts')
      const { systemClock: clock } = await import('./kernel/clock.ts')
      const { systemRandom: random } = await import('./kernel/random.ts')
      const { buildApp } = await import('./app.ts')
      const { buildAuthenticatorApp } = await import('./http/authenticator-app.ts')
      await import('./serve.ts')
      const { pino } = await import('pino')
      const folder = ${JSON.stringify(folder)}
      const world = await openWorld(readConfiguration({ SALLYPORT_DATA: folder }, folder), { clock, random })
      const log = pino({ level: 'silent' })
      const server = await buildApp(world, { log, pagesFolder: undefined, wakeDelivery: () => undefined })
      const app = await buildAuthenticatorApp(new URL('http://localhost:8081'), folder)
      await server.ready()
      await app.ready()
      await server.close()
      await app.close()
      await world.database.close()`)
    const packages = packagesOf(loaded)
    assert.ok(packages.has('fastify'))
    assert.deepEqual(
      LATER.filter((name) => packages.has(name)),
      [],
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('the command line tells its help without loading a verb, the server or a package', async () => {
  const loaded = await loadedBy(`
    const { runCommand } = await import('./cli/run-command.ts')
    await runCommand(['--help'], { out: () => undefined, err: () => undefined })`)
  const files = loaded.filter((url) => url.startsWith('file:')).map((url) => url.replace(/^.*\/src\//, ''))
  assert.deepEqual(files.sort(), ['cli/help.ts', 'cli/run-command.ts', 'cli/terminal.ts', 'cli/verbs.ts'])
})
