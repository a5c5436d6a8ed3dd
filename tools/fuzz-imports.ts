/**
 * Reads thousands of damaged exports of other apps: `--mutations 1000` of every fixture, or of those whose name has the
 * part given by `--only`. Each fixture has a process of its own, which is stopped after `--minutes`, so that a reader that
 * hangs is found; its memory is measured. Exit code 1 if a reading threw, hung, took too long or too much memory.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { assertSurvives } from '../packages/vault/src/import/testing/assert-survives.ts'
import { everyFixture, mutationsPerOpening } from '../packages/vault/src/import/testing/every-fixture.ts'
import { mutate, seededChance } from '../packages/vault/src/import/testing/mutate.ts'
import { NODE_FLAGS } from './run-step.ts'

/** A derivation may have 1 GiB, and the process needs some besides. */
const MOST_MEMORY_MIB = 1700
/** The costliest derivation that is allowed, on a slow machine. */
const MOST_SECONDS = 120

type Outcome = {
  readonly states: Readonly<Record<string, number>>
  readonly slowestSeconds: number
  readonly memoryMiB: number
}

const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    fixture: { type: 'string' },
  },
})
const [mutations, seed, minutes] = [values.mutations, values.seed, values.minutes].map(wholeNumber)

if (values.fixture === undefined) process.exitCode = fuzzAll() ? 0 : 1
else process.stdout.write(JSON.stringify(await fuzz(values.fixture)))

function fuzzAll(): boolean {
  const names = everyFixture()
    .map(({ name }) => name)
    .filter((name) => name.includes(values.only))
  const failed = names.filter((name) => !fuzzApart(name))
  console.log(`${names.length} fixtures, ${mutations} mutations each: ${failed.length} failed`)
  return names.length > 0 && failed.length === 0
}

function fuzzApart(name: string): boolean {
  const own = [...NODE_FLAGS, import.meta.filename, '--fixture', name]
  const run = spawnSync(process.execPath, [...own, '--mutations', values.mutations, '--seed', values.seed], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: (minutes ?? 1) * 60_000,
  })
  if (run.status !== 0) {
    console.log(`FAILED ${name}: ${run.error?.message ?? `exit code ${run.status}`}`)
    return false
  }
  const { states, slowestSeconds, memoryMiB } = JSON.parse(run.stdout) as Outcome
  const fits = slowestSeconds <= MOST_SECONDS && memoryMiB <= MOST_MEMORY_MIB
  const counts = Object.entries(states).map(([state, count]) => `${count} ${state}`)
  const cost = `slowest ${slowestSeconds.toFixed(1)} s, ${memoryMiB} MiB`
  console.log(`${fits ? 'ok' : 'FAILED'} ${name}: ${counts.join(', ')}; ${cost}`)
  return fits
}

async function fuzz(name: string): Promise<Outcome> {
  const fixture = everyFixture().find((one) => one.name === name)
  if (fixture === undefined) throw new Error(`there is no fixture ${name}`)
  const chance = seededChance((seed ?? 1) * 1_000_003 + fixture.bytes.length)
  const perOpening = mutationsPerOpening(fixture)
  const states: Record<string, number> = {}
  let slowest = 0
  for (let number = 0; number < (mutations ?? 0); number += 1) {
    const bytes = mutate(fixture.bytes, chance)
    const password = number % perOpening === 0 ? fixture.expected.password : undefined
    const start = performance.now()
    const { state } = await assertSurvives(fixture, bytes, password)
    slowest = Math.max(slowest, performance.now() - start)
    states[state] = (states[state] ?? 0) + 1
  }
  const memoryMiB = Math.round(process.resourceUsage().maxRSS / 1024)
  return { states, slowestSeconds: slowest / 1000, memoryMiB }
}

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${text} is not a whole number above 0`)
  return number
}
