/**
 * `npm test`: every `*.test.ts` in two processes, then the journeys in a real browser. `--fast` leaves the journeys out,
 * `--journeys` runs them alone; anything else is a part of the path that a test file must have.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { readSources } from './read-sources.ts'
import { installed, NODE_FLAGS, ROOT, runStep } from './run-step.ts'
import type { Counts } from './run-unit-tests.ts'

/** As many as the smallest machine has cores. */
const PROCESSES = 2
const JOURNEYS_REPORT = join(ROOT, 'test-results', 'journeys.json')

const options = process.argv.slice(2)
const parts = options.filter((option) => !option.startsWith('--'))
const rows: string[] = []
let failed = false

if (!options.includes('--journeys')) {
  const counts = await runUnitTests()
  failed ||= counts === undefined || counts.failed > 0
  rows.push(words('tests', counts))
}
if (!options.includes('--fast')) {
  const counts = runJourneys()
  failed ||= counts === undefined || counts.failed > 0
  rows.push(words('journeys', counts))
}
console.log(`${failed ? 'FAILED' : 'ok'}: ${rows.join('; ')}`)
process.exitCode = failed ? 1 : 0

/** Undefined when a process broke before it could count. */
async function runUnitTests(): Promise<Counts | undefined> {
  const files = readSources(ROOT, ['packages', 'apps', 'tools'], ['.test.ts', '.test.tsx'])
    .map(({ path }) => path)
    .filter((path) => parts.every((part) => path.includes(part)))
  const processes = Math.min(PROCESSES, availableParallelism(), files.length)
  console.log(`running ${files.length} test files in ${processes} processes`)
  // Dealt out like cards: what is slow stands in folders together.
  const hands = Array.from({ length: processes }, (_, hand) =>
    files.filter((_file, index) => index % processes === hand),
  )
  const counted = await Promise.all(hands.map(runFiles))
  return counted.reduce((all, one) => all && one && add(all, one), { passed: 0, failed: 0, skipped: 0 })
}

async function runFiles(files: readonly string[]): Promise<Counts | undefined> {
  const child = spawn(process.execPath, [...NODE_FLAGS, join('tools', 'run-unit-tests.ts'), ...files], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = (await text(child.stdout)).trimEnd().split('\n')
  const last = lines.pop() ?? ''
  if (lines.length > 0) console.log(lines.join('\n'))
  if (last.startsWith('{"passed"')) return JSON.parse(last) as Counts
  console.log(last)
  return undefined
}

function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

function runJourneys(): Counts | undefined {
  rmSync(JOURNEYS_REPORT, { force: true })
  if (!runStep('pages built', process.execPath, [join('tools', 'build.ts')])) return undefined
  const outcome = spawnSync(
    process.execPath,
    [installed('playwright'), 'test', '--config', join('e2e', 'playwright.config.ts'), ...parts],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: NODE_FLAGS.join(' ') },
    },
  )
  if (!existsSync(JOURNEYS_REPORT)) return undefined
  const { stats } = JSON.parse(readFileSync(JOURNEYS_REPORT, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const broken = outcome.status === 0 ? 0 : Math.max(1, stats.unexpected + stats.flaky)
  return { passed: stats.expected, failed: broken, skipped: stats.skipped }
}

function words(what: string, counts: Counts | undefined): string {
  if (counts === undefined) return `${what} did not run to their end`
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`
  return `${counts.passed} ${what} passed, ${counts.failed} failed${skipped}`
}
