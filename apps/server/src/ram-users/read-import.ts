/** Reads a CSV file of users: its header, then a line at a time as text. */
import { IMPORT_BYTES, IMPORT_LINES, type ImportColumn, importColumns } from '@sallyport/contract'
import type { CsvError } from 'csv-parse/sync'
import { type Refused, refuse } from '../kernel/refusal.ts'

/** A line below the header; what a column does not say is empty. */
export type ReadLine = {
  readonly line: number
  readonly cells: Readonly<Record<ImportColumn, string>>
  /** More cells than the header has names. */
  readonly tooMany: boolean
}

type FileRecord = { readonly line: number; readonly cells: readonly string[] }

const BYTE_ORDER_MARK = '\ufeff'
const EMPTY = Object.fromEntries(importColumns.map((column) => [column, ''])) as ReadLine['cells']

/**
 * RFC 4180, with or without a byte order mark. Empty lines are left out; spaces around a cell are dropped.
 *
 * Refuses: import_too_large, import_malformed, import_empty, import_column_unknown, import_column_missing,
 * import_column_repeated.
 */
export async function readImport(text: string): Promise<readonly ReadLine[] | Refused> {
  if (Buffer.byteLength(text) > IMPORT_BYTES) return refuse('import_too_large')
  const records = await recordsOf(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
  if ('refused' in records) return records
  const [header, ...lines] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (header === undefined) return refuse('import_empty')
  const columns = columnsOf(header.cells)
  if ('refused' in columns) return columns
  if (lines.length === 0) return refuse('import_empty')
  if (lines.length > IMPORT_LINES) return refuse('import_too_large')
  return lines.map(({ line, cells }) => ({
    line,
    cells: {
      ...EMPTY,
      ...Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? ''])),
    },
    tooMany: cells.slice(columns.length).some((cell) => cell.trim() !== ''),
  }))
}

/** The parser loads with the first file, which most starts never see. Refuses: import_malformed. */
async function recordsOf(text: string): Promise<readonly FileRecord[] | Refused> {
  const csv = await import('csv-parse/sync')
  try {
    const read: readonly unknown[] = csv.parse(text.replace(/\r\n?/g, '\n'), {
      info: true,
      record_delimiter: '\n',
      skip_empty_lines: true,
      relax_column_count: true,
      // One more than fits tells that it does not.
      to: IMPORT_LINES + 2,
    })
    return (read as readonly { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      // `lines` is where the record ends; within it only cells break lines.
      line: info.lines - record.reduce((breaks, cell) => breaks + linesIn(cell), 0),
      cells: record,
    }))
  } catch (fault) {
    if (fault instanceof csv.CsvError) return refuse('import_malformed', lineOf(fault))
    throw fault
  }
}

function linesIn(cell: string): number {
  return cell.split('\n').length - 1
}

function lineOf(fault: CsvError): { line?: number } {
  const line = fault['lines']
  return typeof line === 'number' ? { line } : {}
}

/** Refuses: import_column_unknown, import_column_missing, import_column_repeated. */
function columnsOf(names: readonly string[]): readonly ImportColumn[] | Refused {
  const columns: ImportColumn[] = []
  for (const name of names) {
    const column = importColumns.find((known) => known === name.trim().toLowerCase())
    if (column === undefined) return refuse('import_column_unknown', { column: name.trim().slice(0, 64) })
    if (columns.includes(column)) return refuse('import_column_repeated', { column })
    columns.push(column)
  }
  return columns.includes('user_name') ? columns : refuse('import_column_missing', { column: 'user_name' })
}
