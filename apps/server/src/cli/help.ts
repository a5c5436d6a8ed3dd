/** The help texts of the command line, made from the table of verbs. */
import type { Verb, VerbOption } from './verb.ts'

const COMMON = [
  ['--json', 'print one JSON document instead of words'],
  ['-h, --help', 'print this'],
] as const

function optionsOf(own: readonly VerbOption[] = []): string {
  const rows = [
    ...own.map(({ name, value, summary }) => [value ? `--${name} ${value}` : `--${name}`, summary] as const),
    ...COMMON,
  ]
  const width = Math.max(...rows.map(([option]) => option.length))
  return ['Options:', ...rows.map(([option, summary]) => `  ${option.padEnd(width)}  ${summary}`)].join('\n')
}

/** What `sallyport --help` prints. */
export function overallHelp(verbs: readonly Verb[]): string {
  const usages = verbs.map((verb) => [usageOf(verb), verb.summary] as const)
  const width = Math.max(...usages.map(([usage]) => usage.length))
  return [
    'Usage: sallyport <verb> [options]',
    '',
    'Verbs:',
    ...usages.map(([usage, summary]) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    optionsOf(),
    '',
    'Without a verb the server is started. Configuration comes from SALLYPORT_ variables and a .env file.',
    'The exit code is 0 only on success; it is 2 when the command line itself is wrong.',
  ].join('\n')
}

/** What `sallyport <verb> --help` prints. */
export function helpOf(verb: Verb): string {
  return [
    `Usage: sallyport ${usageOf(verb)} [options]`,
    '',
    ...verb.details,
    '',
    optionsOf(verb.options),
  ].join('\n')
}

/** The verb and what it needs, such as `mfa reset <principal>`. */
export function usageOf(verb: Verb): string {
  return [verb.name, ...verb.takes].join(' ')
}
