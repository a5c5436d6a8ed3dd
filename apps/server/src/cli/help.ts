/** The help texts of the command line, made from the table of verbs. */
import type { Verb } from './verb.ts'

const OPTIONS = [
  'Options:',
  '  --json      print one JSON document instead of words',
  '  -h, --help  print this',
].join('\n')

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
    OPTIONS,
    '',
    'Without a verb the server is started. Configuration comes from SALLYPORT_ variables and a .env file.',
    'The exit code is 0 only on success; it is 2 when the command line itself is wrong.',
  ].join('\n')
}

/** What `sallyport <verb> --help` prints. */
export function helpOf(verb: Verb): string {
  return [`Usage: sallyport ${usageOf(verb)} [options]`, '', ...verb.details, '', OPTIONS].join('\n')
}

/** The verb and what it needs, such as `mfa reset <principal>`. */
export function usageOf(verb: Verb): string {
  return [verb.name, ...verb.takes].join(' ')
}
