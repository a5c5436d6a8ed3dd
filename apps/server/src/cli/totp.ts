/** `sallyport totp`: prints the code of a key or an otpauth URI, and nothing else. */
import { decodeBase32, readOtpauthUri, type Shape, standardShape, totp } from '@sallyport/otp'
import { SECOND, toRfc3339 } from '../kernel/clock.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'

/** From the argument, or from standard input where it is `-`, so that a key need not stand in the shell's history. */
export async function totpCode(terminal: Terminal): Promise<number> {
  const given = terminal.args[0] === '-' ? (await terminal.stdin()).trim() : (terminal.args[0] ?? '')
  const entry = readEntry(given)
  if (typeof entry === 'string') {
    terminal.err(`sallyport totp: ${entry}`)
    return FAILED
  }
  const { key, shape } = entry
  const seconds = Math.floor(terminal.clock.now() / SECOND)
  const code = totp(key, seconds, shape)
  const endsAt = (Math.floor(seconds / shape.periodSeconds) + 1) * shape.periodSeconds * SECOND
  terminal.out(terminal.json ? JSON.stringify({ code, validUntil: toRfc3339(endsAt) }) : code)
  return DONE
}

/** The key and shape, or in words what is wrong. Never repeats the key. */
function readEntry(given: string): { key: Uint8Array; shape: Shape } | string {
  if (/^otpauth:/i.test(given)) {
    const reading = readOtpauthUri(given)
    if (!reading.ok) return `the URI cannot be used: ${reading.problem.replaceAll('_', ' ')}`
    const { type, key, algorithm, digits, periodSeconds } = reading.uri
    if (type !== 'totp') return `the URI is for codes of the type ${type}, not for time-based ones`
    return { key, shape: { algorithm, digits, periodSeconds } }
  }
  const reading = decodeBase32(given)
  if (reading.ok) return { key: reading.bytes, shape: standardShape }
  if (reading.problem !== 'bad_character') return 'the key is empty or too short'
  return `the key has a character at position ${reading.position} that base32 does not have`
}
