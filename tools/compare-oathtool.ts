/**
 * Compares ten thousand random codes with those of `oathtool`, which others wrote in another language.
 *
 * `--cases` changes how many. Exit code 0 if all agree or oathtool is not installed, which is said plainly; 1 if not.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { encodeBase32, groupKey, hotp, totp } from '@sallyport/otp'

/** What oathtool was asked, and what we say. */
type Case = { readonly arguments: readonly string[]; readonly expected: string }

const latestSeconds = 2 ** 36

const { values } = parseArgs({ options: { cases: { type: 'string', default: '10000' } } })
const count = Number(values.cases)
if (!Number.isSafeInteger(count) || count < 1)
  throw new Error(`--cases is ${values.cases}; it must be a whole number`)
process.exitCode = compare(count)

function compare(count: number): number {
  const version = spawnSync('oathtool', ['--version'], { encoding: 'utf8' })
  if (version.error !== undefined) {
    process.stdout.write('skipped: oathtool is not installed, so nothing was compared\n')
    return 0
  }
  let differing = 0
  for (let i = 0; i < count; i++) {
    const asked = randomInt(4) === 0 ? hotpCase() : totpCase()
    const { stdout, stderr } = spawnSync('oathtool', asked.arguments, { encoding: 'utf8' })
    if (stdout.trim() === asked.expected) continue
    differing += 1
    process.stdout.write(
      `oathtool ${asked.arguments.join(' ')}: ${stdout.trim()}${stderr.trim()}, ours ${asked.expected}\n`,
    )
  }
  const [name] = version.stdout.split('\n')
  process.stdout.write(`${count - differing} of ${count} random cases agree with ${name}\n`)
  return differing === 0 ? 0 : 1
}

function totpCase(): Case {
  const algorithm = oneOf(['SHA1', 'SHA256', 'SHA512'] as const)
  const digits = randomInt(6, 9)
  const periodSeconds = oneOf([1, 10, 15, 30, 60, 90, randomInt(1, 86_401)])
  const unixSeconds = randomInt(latestSeconds)
  const key = randomKey()
  return {
    arguments: [
      '--base32',
      `--totp=${algorithm}`,
      `--digits=${digits}`,
      `--time-step-size=${periodSeconds}s`,
      `--now=@${unixSeconds}`,
      typed(key),
    ],
    expected: totp(key, unixSeconds, { algorithm, digits, periodSeconds }),
  }
}

/** HOTP is SHA-1 alone in oathtool. */
function hotpCase(): Case {
  const digits = randomInt(6, 9)
  const counter = randomBytes(8).readBigUInt64BE() >> BigInt(randomInt(1, 64))
  const key = randomKey()
  return {
    arguments: ['--base32', `--counter=${counter}`, `--digits=${digits}`, typed(key)],
    expected: hotp(key, counter, { digits }),
  }
}

function randomKey(): Uint8Array {
  return randomBytes(randomInt(1, 100))
}

/** As people type it, in one of the ways that oathtool reads too. */
function typed(key: Uint8Array): string {
  const base32 = encodeBase32(key)
  return oneOf([base32, groupKey(base32), base32.toLowerCase(), groupKey(base32).toLowerCase()])
}

function oneOf<T>(choices: readonly T[]): T {
  const chosen = choices[randomInt(choices.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}
