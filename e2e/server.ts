/** The real server as a child process: on ports of its own, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '..', 'apps', 'server', 'sallyport.js')
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 10_000

export type RunningServer = {
  /** Such as `http://localhost:34567`; the same over restarts. */
  readonly origin: string
  /** Of the authenticator app; the same over restarts. */
  readonly authenticator: string
  readonly folder: string
  /** What `First account:` said at the last start; undefined once an account exists. */
  readonly firstAccount: () => string | undefined
  /** Everything that was printed since the first start. */
  readonly printed: () => string
  readonly pid: () => number | undefined
  /** Ends it by SIGTERM and starts it on the same folder. */
  readonly restart: () => Promise<void>
  /** Starts it again after `kill`. */
  readonly start: () => Promise<void>
  /** Ends it by SIGTERM; the exit code. */
  readonly stop: () => Promise<number | null>
  /** Ends it by SIGKILL. */
  readonly kill: () => Promise<void>
  /** Stops it and removes its folder. */
  readonly dispose: () => Promise<void>
}

/**
 * Starts the server and waits until `/healthz` answers.
 *
 * @param settings further configuration; the surrounding `SALLYPORT_` variables are not passed on
 */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-journey-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const authenticatorPort = await freePort()
  const env: Record<string, string | undefined> = {
    ...withoutOwn(process.env),
    SALLYPORT_PORT: String(port),
    SALLYPORT_AUTHENTICATOR_PORT: String(authenticatorPort),
    SALLYPORT_DATA: folder,
    SALLYPORT_LOG_LEVEL: 'warn',
    ...settings,
  }
  let output = ''
  let sinceStart = ''
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    sinceStart = ''
    const started = spawn(
      process.execPath,
      ['--conditions=source', '--disable-warning=ExperimentalWarning', MAIN],
      { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
      sinceStart += chunk.toString()
    }
    started.stdout.on('data', keep)
    started.stderr.on('data', keep)
    child = started
    const deadline = Date.now() + START_LIMIT_MS
    while (!(await answers(origin))) {
      if (started.exitCode !== null) throw new Error(`the server ended:\n${sinceStart}`)
      if (Date.now() > deadline) throw new Error(`the server does not answer:\n${sinceStart}`)
      await pause(50)
    }
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ending = child
    child = undefined
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null)
      return ending?.exitCode ?? null
    const gone = new Promise<number | null>((resolve) => ending.once('exit', (code) => resolve(code)))
    ending.kill(signal)
    const late = setTimeout(() => ending.kill('SIGKILL'), STOP_LIMIT_MS)
    const code = await gone
    clearTimeout(late)
    return code
  }

  await start()
  return {
    origin,
    authenticator: `http://localhost:${authenticatorPort}`,
    folder,
    firstAccount: () => /^First account:\s+(\S+)/m.exec(sinceStart)?.[1],
    printed: () => output,
    pid: () => child?.pid,
    async restart() {
      await end('SIGTERM')
      await start()
    },
    start,
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL')
    },
    async dispose() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`)).ok
  } catch {
    return false
  }
}

function withoutOwn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !name.startsWith('SALLYPORT_') && name !== 'NODE_OPTIONS' && name !== 'NODE_ENV',
    ),
  )
}
