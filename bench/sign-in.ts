/**
 * Measures what the server does under load, on the embedded database with every write on disk before its answer.
 *
 * P2: two-step sign-ins a second beside the rate at which the same cores hash passwords in the same run.
 * P6: how much longer `/healthz` takes, in its worst hundredth, while 500 sign-ins arrive at once.
 * `--json` prints the same for machines.
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { hash } from '@node-rs/argon2'
import { type RunningServer, startServer } from '../e2e/server.ts'
import { bindFirst, registerOwner, signIn } from '../tools/kill-nine/acts.ts'
import type { Owner } from '../tools/kill-nine/owner.ts'
import type { Burst } from './burst.ts'

const OWNERS = 20
/** A device's clock runs ahead of the true one by a step at each sign-in, and may by so many. */
const SIGN_INS_EACH = 8
const AT_ONCE = 2 * availableParallelism()
const HASHES = 100
const BURST = 500
const HEALTH_CHECKS = 200
const HEALTH_PAUSE_MS = 10
/** As the server hashes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const server = await startServer({
  SALLYPORT_REGISTRATION: 'open',
  SALLYPORT_ADDRESS_LIMITS: 'off',
  SALLYPORT_LOG_LEVEL: 'silent',
})
try {
  const owners: Owner[] = []
  for (let number = 0; number < OWNERS; number += 1) {
    const owner = await registerOwner(server.origin, `owner${number}`)
    await bindFirst(server.origin, owner)
    owners.push(owner)
  }
  // Hashes before and after, so that a machine that grows slower meets both.
  const before = await hashRate()
  const signIns = await signInRate(owners)
  const after = await hashRate()
  const quiet = await healthP99(server)
  const burst = sendBurst({ origin: server.origin, count: BURST })
  const loaded = await healthP99(server)
  await burst

  const hashes = (before + after) / 2
  const result = {
    signInsPerSecond: signIns,
    hashesPerSecond: hashes,
    ratio: signIns / hashes,
    ratioTarget: 0.9,
    healthP99Ms: quiet,
    healthP99LoadedMs: loaded,
    moreMsTarget: 20,
  }
  if (values.json) console.log(JSON.stringify(result))
  else {
    console.log(
      `P2  two-step sign-in       ${signIns.toFixed(1)} a second, hashes alone ${hashes.toFixed(1)}, ratio ${result.ratio.toFixed(2)} (target >= 0.90)`,
    )
    console.log(
      `P6  health check p99       ${quiet.toFixed(1)} ms, ${loaded.toFixed(1)} ms with ${BURST} sign-ins at once (target < 20 ms more)`,
    )
  }
} finally {
  await server.dispose()
}

/** As many at once as there are cores. */
async function hashRate(): Promise<number> {
  let left = HASHES
  const begun = performance.now()
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await hash('a password to be hashed', COST)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return HASHES / ((performance.now() - begun) / 1000)
}

async function signInRate(owners: readonly Owner[]): Promise<number> {
  const waiting = [...owners]
  const left = new Map(owners.map((owner) => [owner, SIGN_INS_EACH]))
  const begun = performance.now()
  const lane = async (): Promise<void> => {
    for (let owner = waiting.shift(); owner !== undefined; owner = waiting.shift()) {
      await signIn(owner)
      const more = (left.get(owner) ?? 0) - 1
      left.set(owner, more)
      if (more > 0) waiting.push(owner)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return (owners.length * SIGN_INS_EACH) / ((performance.now() - begun) / 1000)
}

function sendBurst(burst: Burst): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'burst.ts'), { workerData: burst })
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}

async function healthP99({ origin }: RunningServer): Promise<number> {
  const took: number[] = []
  for (let check = 0; check < HEALTH_CHECKS; check += 1) {
    const begun = performance.now()
    await (await fetch(`${origin}/healthz`)).text()
    took.push(performance.now() - begun)
    await new Promise((resolve) => setTimeout(resolve, HEALTH_PAUSE_MS))
  }
  took.sort((a, b) => a - b)
  return took[Math.floor(HEALTH_CHECKS * 0.99)] ?? Number.NaN
}
