/** Events of the audit trail as files: CSV for people's tables, JSON lines for programs. */
import type { Reply } from '@sallyport/contract'
import { csvCell } from '@sallyport/contract/csv-cell'

export type AuditEvent = Reply<'GET /api/ram/audit'>['events'][number]

const columns = [
  'seq',
  'at',
  'action',
  'outcome',
  'reason',
  'factors',
  'actor',
  'actorName',
  'subject',
  'subjectName',
  'address',
  'browser',
  'details',
] as const satisfies readonly (keyof AuditEvent)[]

/** A header and a line an event (RFC 4180). Lists are parted by spaces, details are JSON. */
export function auditCsv(events: readonly AuditEvent[]): string {
  const lines = events.map((event) => columns.map((column) => cellOf(event[column])).join(','))
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

/** One event a line, as the server told it. */
export function auditJsonLines(events: readonly AuditEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}

function cellOf(value: AuditEvent[(typeof columns)[number]]): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return csvCell(value)
  return csvCell(Array.isArray(value) ? value.join(' ') : JSON.stringify(value))
}
