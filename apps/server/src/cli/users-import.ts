/** `sallyport users import`: RAM users from a CSV file, a line each. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { IMPORT_BATCH, lineFaults, refusals } from '@sallyport/contract'
import { isRefused, type Refused } from '../kernel/refusal.ts'
import { importUsers } from '../ram-users/import-users.ts'
import { type PreviewedLine, previewImport } from '../ram-users/preview-import.ts'
import { onAccount, operatorContext, tellRefused } from './operate.ts'
import { DONE, FAILED, MISUSED, type Terminal } from './terminal.ts'

const VERB = 'users import'

type Told = {
  readonly line: number
  readonly name: string
  readonly outcome: PreviewedLine['outcome'] | 'created'
  readonly generatedPassword: string | null
}

/** Generated passwords go to standard output, this once; invitations are sent by the server when it runs. */
export async function importAccountUsers(terminal: Terminal): Promise<number> {
  const firstPassword = terminal.options['first-password'] ?? 'invitation'
  if (firstPassword !== 'invitation' && firstPassword !== 'generated') {
    terminal.err(`sallyport ${VERB}: --first-password is invitation or generated`)
    return MISUSED
  }
  const csv = await textOf(terminal)
  if (csv === undefined) return FAILED
  return onAccount(terminal, VERB, async (world, operator) => {
    const previewed = await previewImport(world, operator, { csv, firstPassword })
    if (isRefused(previewed)) return tellFile(terminal, previewed)
    const told = new Map<number, Told>()
    for (const { line, name, outcome } of previewed)
      told.set(line, { line, name, outcome, generatedPassword: null })
    const lines = previewed.flatMap(({ user }) => user ?? [])
    for (let from = 0; from < lines.length && terminal.options['dry-run'] !== true; from += IMPORT_BATCH) {
      const input = { lines: lines.slice(from, from + IMPORT_BATCH), firstPassword } as const
      const done = await importUsers(world, operator, input, operatorContext(terminal))
      if (isRefused(done)) return tellRefused(terminal, VERB, done)
      for (const { line, name, refused, generatedPassword } of done)
        told.set(line, { line, name, outcome: refused ?? 'created', generatedPassword })
    }
    return tell(terminal, operator.accountId, [...told.values()])
  })
}

/** Undefined where there is none, which has been told. */
async function textOf(terminal: Terminal): Promise<string | undefined> {
  const [, file = ''] = terminal.args
  try {
    if (file === '-') return await terminal.stdin()
    const bytes = await readFile(resolve(terminal.folder, file))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (fault) {
    const why = fault instanceof TypeError ? 'is not text in UTF-8' : 'cannot be read'
    terminal.err(`sallyport ${VERB}: ${file} ${why}`)
    return undefined
  }
}

function tellFile(terminal: Terminal, refused: Refused): number {
  const { line, column } = refused.told
  if (column !== undefined) terminal.err(`Column: ${column}`)
  if (line !== undefined) terminal.err(`Line: ${line}`)
  return tellRefused(terminal, VERB, refused)
}

/** The exit code is that of success only where no line was refused. */
function tell(terminal: Terminal, accountId: string, lines: readonly Told[]): number {
  const good = lines.filter(({ outcome }) => outcome === 'created' || outcome === 'create').length
  if (terminal.json) terminal.out(JSON.stringify({ accountId, lines }))
  else
    for (const { line, name, outcome, generatedPassword } of lines)
      terminal.out(`${line}  ${name}  ${words(outcome)}${generatedPassword ? `  ${generatedPassword}` : ''}`)
  if (!terminal.json) terminal.err(`${good} of ${lines.length} lines`)
  return good === lines.length ? DONE : FAILED
}

function words(outcome: Told['outcome']): string {
  if (outcome === 'create') return 'would be created'
  if (outcome === 'created') return 'created'
  return outcome in lineFaults
    ? lineFaults[outcome as keyof typeof lineFaults]
    : refusals[outcome as keyof typeof refusals].sentence
}
