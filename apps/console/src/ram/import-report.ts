/** What became of each line of an import, and the same as a file. */
import type { Reply } from '@sallyport/contract'
import { csvCell } from '@sallyport/contract/csv-cell'

type PreviewedLine = Reply<'POST /api/ram/imports/preview'>['lines'][number]

/** A file that was looked at, and how its users would get in. */
export type Previewed = {
  readonly lines: readonly PreviewedLine[]
  readonly firstPassword: 'invitation' | 'generated'
}

export type LineOutcome = PreviewedLine['outcome'] | 'created'

export type ReportedLine = {
  readonly line: number
  readonly name: string
  readonly outcome: LineOutcome
  readonly password: string | null
}

/** Lines that the preview refused and lines that were sent, in the order of the file. */
export function reportOf(
  previewed: readonly PreviewedLine[],
  done: Reply<'POST /api/ram/imports'>['lines'],
): readonly ReportedLine[] {
  const sent = new Map(done.map((line) => [line.line, line]))
  return previewed.flatMap(({ line, name, outcome }): readonly ReportedLine[] => {
    if (outcome !== 'create') return [{ line, name, outcome, password: null }]
    const made = sent.get(line)
    if (made === undefined) return []
    return [{ line, name, outcome: made.refused ?? 'created', password: made.generatedPassword }]
  })
}

/** A header and a line each (RFC 4180); `words` says an outcome in the page's language. */
export function reportCsv(report: readonly ReportedLine[], words: (outcome: LineOutcome) => string): string {
  const lines = report.map(({ line, name, outcome, password }) =>
    [
      String(line),
      csvCell(name),
      outcome === 'created' ? 'created' : 'refused',
      outcome === 'created' ? '' : csvCell(words(outcome)),
      csvCell(password ?? ''),
    ].join(','),
  )
  return `${['line,user_name,outcome,reason,first_password', ...lines].join('\r\n')}\r\n`
}
