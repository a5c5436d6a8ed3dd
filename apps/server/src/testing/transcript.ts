/** Plays a transcript of the command line: what stands after `$ sallyport` is run, and what came is put below it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { runCommand } from '../cli/run-command.ts'
import type { Terminal } from '../cli/terminal.ts'
import { countedRandom } from './counted-random.ts'
import { heldClock } from './held-clock.ts'

const PROMPT = '$ sallyport'

export type Played = { readonly expected: string; readonly actual: string }

/**
 * A line of the answer stands as it is, one that went to standard error behind `! `, an exit code other than 0 as
 * `exit 1`. `<<< text` at the end of a command is what its standard input holds.
 *
 * With `RECORD_TRANSCRIPTS=1` the file is written anew, to be read through and committed.
 *
 * @param settings the environment; `random` goes on from command to command, else each begins anew; `hide` are texts that change from run to run, each with what stands for it
 */
export async function playTranscript(
  path: string,
  settings: {
    env?: Readonly<Record<string, string>>
    hide?: Readonly<Record<string, string>>
    clock?: Terminal['clock']
    random?: Terminal['random']
  } = {},
): Promise<Played> {
  const expected = readFileSync(path, 'utf8')
  const played: string[] = []
  for (const line of expected.split('\n').filter((one) => one.startsWith(PROMPT))) {
    const [command = '', stdin = ''] = line.slice(PROMPT.length).split(' <<< ')
    const lines: string[] = []
    const code = await runCommand(wordsOf(reveal(command, settings.hide)), {
      out: (text) => lines.push(...text.split('\n')),
      err: (text) => lines.push(...text.split('\n').map((one) => `! ${one}`)),
      env: settings.env ?? {},
      folder: '/nonexistent',
      stdin: () => Promise.resolve(reveal(stdin, settings.hide)),
      clock: settings.clock ?? heldClock(),
      random: settings.random ?? countedRandom(),
      serve: () => Promise.reject(new Error('a transcript starts no server')),
    })
    if (code !== 0) lines.push(`exit ${code}`)
    played.push([line, ...lines].join('\n'))
  }
  const actual = `${hide(played.join('\n\n'), settings.hide)}\n`
  if (process.env['RECORD_TRANSCRIPTS'] === '1') writeFileSync(path, actual)
  return { expected, actual }
}

function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

function hide(text: string, hidden: Readonly<Record<string, string>> = {}): string {
  return Object.entries(hidden).reduce((held, [found, shown]) => held.replaceAll(found, shown), text)
}

function reveal(text: string, hidden: Readonly<Record<string, string>> = {}): string {
  return Object.entries(hidden).reduce((held, [found, shown]) => held.replaceAll(shown, found), text)
}
