/** The command line: finds the verb, reads its options, and runs it. */
import { parseArgs } from 'node:util'
import { helpOf, overallHelp } from './help.ts'
import { DONE, MISUSED, type Terminal } from './terminal.ts'
import type { Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/**
 * Runs what the words after the program's name say; without any, the server.
 *
 * @returns the exit code: 0 only on success, 2 when the command line itself is wrong
 */
export async function runCommand(
  words: readonly string[],
  terminal: Omit<Terminal, 'args' | 'json' | 'options'>,
): Promise<number> {
  const read = readWords(words)
  if (typeof read === 'string') {
    terminal.err(`sallyport: ${read}; see sallyport --help`)
    return MISUSED
  }
  const { positionals, help, json, options } = read
  if (help && positionals.length === 0) {
    terminal.out(overallHelp(verbs))
    return DONE
  }
  const verb = findVerb(positionals)
  if (verb === undefined) {
    terminal.err(`sallyport: there is no verb "${positionals.slice(0, 2).join(' ')}"; see sallyport --help`)
    return MISUSED
  }
  if (help) {
    terminal.out(helpOf(verb))
    return DONE
  }
  const foreign = Object.keys(options).find((name) => !verb.options?.some((own) => own.name === name))
  if (foreign !== undefined) {
    terminal.err(`sallyport ${verb.name}: there is no option --${foreign}; see sallyport ${verb.name} --help`)
    return MISUSED
  }
  const args = positionals.slice(wordsOf(verb, positionals))
  if (args.length !== verb.takes.length) {
    const wanted = verb.takes.length === 0 ? 'takes nothing more' : `needs ${verb.takes.join(' ')}`
    terminal.err(`sallyport ${verb.name}: ${wanted}; see sallyport ${verb.name} --help`)
    return MISUSED
  }
  return await verb.run({ ...terminal, args, json, options })
}

/** The first verb is the default, when nothing is said. */
function findVerb(positionals: readonly string[]): Verb | undefined {
  if (positionals.length === 0) return verbs[0]
  return verbs.find((verb) => verb.name.split(' ').every((word, index) => positionals[index] === word))
}

function wordsOf(verb: Verb, positionals: readonly string[]): number {
  return positionals.length === 0 ? 0 : verb.name.split(' ').length
}

/** The words that are no options, the two options that every verb has, and those of single verbs; or what is wrong. */
function readWords(words: readonly string[]):
  | {
      positionals: readonly string[]
      help: boolean
      json: boolean
      options: Terminal['options']
    }
  | string {
  const own = verbs.flatMap(({ options = [] }) => options)
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          own.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
        ),
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
      },
    })
    const { help, json, ...options } = values as Terminal['options']
    return { positionals, help: help === true, json: json === true, options }
  } catch {
    const unknown = words.find(
      (word) =>
        word.startsWith('-') &&
        word !== '-' &&
        !/^(--help|-h|--json)$/.test(word) &&
        !own.some(({ name }) => word.split('=')[0] === `--${name}`),
    )
    return unknown === undefined
      ? 'the options cannot be read'
      : `there is no option ${unknown.split('=')[0]}`
  }
}
