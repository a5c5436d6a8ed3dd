/** Reads the numbers of an otpauth URI and the name of its algorithm; each is what it must be, or refused. */
import type { Algorithm } from '../shape.ts'
import type { OtpauthProblem, OtpauthRefusal } from './otpauth-uri.ts'
import { decodeValue } from './split-uri.ts'

export type Read<T> = { readonly ok: true; readonly value: T } | OtpauthRefusal

const algorithms: ReadonlySet<string> = new Set<Algorithm>([
  'SHA1',
  'SHA224',
  'SHA256',
  'SHA384',
  'SHA512',
  'MD5',
])

const longestPeriodSeconds = 86_400
const highestCounter = 2n ** 63n - 1n

/** Reads `sha256`, `SHA-256`, `HmacSHA256`, `HMAC-SHA-256` and Ente's old `algorithm.sha256` alike. */
export function readAlgorithm(value: string | undefined): Read<Algorithm> {
  if (value === undefined) return { ok: true, value: 'SHA1' }
  const name = decodeValue(value)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(ALGORITHM)?(HMAC)?/, '')
  return isAlgorithm(name) ? { ok: true, value: name } : refusal('algorithm_unknown', value)
}

/** 1 to 10, and 6 where nothing is said. */
export function readDigits(value: string | undefined): Read<number> {
  return readNumber(value, { otherwise: 6, least: 1, most: 10, problem: 'digits_bad' })
}

/** A second to a day, and 30 seconds where nothing is said. */
export function readPeriod(value: string | undefined): Read<number> {
  return readNumber(value, { otherwise: 30, least: 1, most: longestPeriodSeconds, problem: 'period_bad' })
}

/** 0 to 2^63 - 1, since other apps keep it in a signed word; 0 where nothing is said. */
export function readCounter(value: string | undefined): Read<bigint> {
  if (value === undefined) return { ok: true, value: 0n }
  const digits = wholeDigits(value)
  const counter = digits === undefined ? -1n : BigInt(digits)
  const isCounter = counter >= 0n && counter <= highestCounter
  return isCounter ? { ok: true, value: counter } : refusal('counter_bad', value)
}

export function refusal(problem: OtpauthProblem, found: string): OtpauthRefusal {
  return { ok: false, problem, found: decodeValue(found) }
}

type Limits = { otherwise: number; least: number; most: number; problem: OtpauthProblem }

function readNumber(value: string | undefined, limits: Limits): Read<number> {
  if (value === undefined) return { ok: true, value: limits.otherwise }
  const number = Number(wholeDigits(value) ?? Number.NaN)
  const isWithin = number >= limits.least && number <= limits.most
  return isWithin ? { ok: true, value: number } : refusal(limits.problem, value)
}

/** The value if it is made of digits alone, and of no more than a counter can have. */
function wholeDigits(value: string): string | undefined {
  return /^\s*(\d{1,30})\s*$/.exec(decodeValue(value))?.[1]
}

function isAlgorithm(name: string): name is Algorithm {
  return algorithms.has(name)
}
