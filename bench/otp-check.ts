/**
 * Measures P1: how many wrong codes a second are checked in a window of three, beside what a user would pick instead.
 *
 * All take turns in many short rounds of one run, and each ratio is the median of the ratios of its rounds: what else
 * happens on the machine then meets all of them. `--json` prints the same for machines.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { checkCode, totp } from '@sallyport/otp'
import { type CodeChecker, handWritten, installedLibraries } from './otp-peers.ts'

/** One of the others, against checkCode of the same run. */
export type Comparison = {
  readonly name: string
  readonly checksPerSecond: number
  /** How many times as many checks a second ours makes. */
  readonly ratio: number
}

export type CodeCheckResult = {
  readonly node: string
  readonly checksPerSecond: number
  readonly comparisons: readonly Comparison[]
  readonly targets: readonly { readonly against: string; readonly ratio: number; readonly target: number }[]
  /** How to get the libraries, where they are not there. */
  readonly missing?: string
}

const rounds = 60
const roundMilliseconds = 8
const libraryTarget = 30
const createHmacTarget = 40
const keyCount = 64
const unixSeconds = 1_700_000_000

export async function measureCodeCheck(): Promise<CodeCheckResult> {
  const keys = Array.from({ length: keyCount }, () => new Uint8Array(randomBytes(20)))
  const wrongCodes = keys.map((key) => {
    const shown = [-30, 0, 30].map((later) => totp(key, unixSeconds + later))
    return ['000000', '000001', '000002', '000003'].find((code) => !shown.includes(code)) ?? '000004'
  })
  const ours: CodeChecker = {
    name: 'checkCode',
    check: (keyNumber, code, seconds) =>
      checkCode(keys[keyNumber] ?? new Uint8Array(), code, { unixSeconds: seconds }).matched,
  }
  const libraries = await installedLibraries(keys)
  const others = [...libraries, handWritten(keys)]
  const all = [ours, ...others]
  for (const checker of all) prove(checker, keys, wrongCodes)

  const counts = all.map((checker) => checksThatFill(checker, wrongCodes))
  const nanoseconds: number[][] = all.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [i, checker] of all.entries())
      nanoseconds[i]?.push(timeOf(checker, wrongCodes, counts[i] ?? 1))
  }

  const [own = [], ...theirs] = nanoseconds
  const comparisons = others.map(({ name }, i) => {
    const times = theirs[i] ?? []
    return {
      name,
      checksPerSecond: perSecond(median(times)),
      ratio: median(times.map((time, round) => time / (own[round] ?? Number.NaN))),
    }
  })
  const byHand = comparisons.slice(-1)
  const best = comparisons
    .slice(0, -1)
    .toSorted((one, other) => one.ratio - other.ratio)
    .slice(0, 1)
  return {
    node: process.version,
    checksPerSecond: perSecond(median(own)),
    comparisons,
    targets: [
      ...best.map(({ name, ratio }) => ({ against: `best library (${name})`, ratio, target: libraryTarget })),
      ...byHand.map(({ name, ratio }) => ({ against: name, ratio, target: createHmacTarget })),
    ],
    ...(libraries.length === 2 ? {} : { missing: 'npm install --prefix bench --ignore-scripts' }),
  }
}

/** Nobody is measured who does not tell right from wrong. */
function prove(checker: CodeChecker, keys: readonly Uint8Array[], wrongCodes: readonly string[]): void {
  for (const [keyNumber, key] of keys.entries()) {
    for (const later of [-30, 0, 30]) {
      if (!checker.check(keyNumber, totp(key, unixSeconds + later), unixSeconds))
        throw new Error(`${checker.name} refuses a right code`)
    }
    if (checker.check(keyNumber, wrongCodes[keyNumber] ?? '', unixSeconds))
      throw new Error(`${checker.name} accepts a wrong code`)
  }
}

/** Warms up, and finds how many checks fill one round. */
function checksThatFill(checker: CodeChecker, wrongCodes: readonly string[]): number {
  let count = 64
  let fits = 0
  while (fits < 3) {
    const milliseconds = (timeOf(checker, wrongCodes, count) * count) / 1e6
    if (milliseconds < roundMilliseconds) count = Math.ceil(count * 1.5)
    else fits += 1
  }
  return count
}

/** Nanoseconds for one check. */
function timeOf(checker: CodeChecker, wrongCodes: readonly string[], count: number): number {
  const start = process.hrtime.bigint()
  for (let i = 0; i < count; i++) checker.check(i % keyCount, wrongCodes[i % keyCount] ?? '', unixSeconds)
  return Number(process.hrtime.bigint() - start) / count
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[sorted.length >>> 1] ?? Number.NaN
}

function perSecond(nanoseconds: number): number {
  return Math.round(1e9 / nanoseconds)
}

function printed(result: CodeCheckResult): string {
  const thousands = (checks: number) => `${(checks / 1000).toFixed(1)}`.padStart(8)
  const lines = [
    `P1  wrong code, window of three, thousand checks a second (Node ${result.node})`,
    `    ${'checkCode'.padEnd(26)}${thousands(result.checksPerSecond)}`,
    ...result.comparisons.map(
      ({ name, checksPerSecond, ratio }) =>
        `    ${name.padEnd(26)}${thousands(checksPerSecond)}   ours is ${ratio.toFixed(1)} times as fast`,
    ),
    ...result.targets.map(
      ({ against, ratio, target }) =>
        `    against ${against}: ${ratio.toFixed(1)}, target ${target}: ${ratio >= target ? 'met' : 'missed'}`,
    ),
  ]
  if (result.missing !== undefined) lines.push(`    libraries are not installed; run: ${result.missing}`)
  return lines.join('\n')
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  const result = await measureCodeCheck()
  process.stdout.write(`${values.json ? JSON.stringify(result, null, 2) : printed(result)}\n`)
}
