/** The program: the server by default, the other verbs of the command line by name. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseEnv } from 'node:util'
import { runCommand } from './cli/run-command.ts'
import { systemClock } from './kernel/clock.ts'
import { systemRandom } from './kernel/random.ts'

const folder = process.cwd()
const file = join(folder, '.env')
const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  env: { ...fromFile, ...process.env },
  folder,
  stdin: () => text(process.stdin),
  async serve(configuration) {
    const { serve } = await import('./serve.ts')
    await serve(configuration, (line) => console.log(line))
    return 0
  },
  clock: systemClock,
  random: systemRandom,
})
