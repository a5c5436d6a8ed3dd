/** The whole report as a file, for people's tables. */
import type { Reply } from '@sallyport/contract'
import { csvCell } from '@sallyport/contract/csv-cell'
import type { AccountId } from '../kernel/ids.ts'
import type { ReportDeps } from './deps.ts'
import { listReport, type WantedReport } from './report.ts'

type Row = Reply<'GET /api/ram/report'>['rows'][number]

/** Many at a time: nobody looks at them between. */
const BOUNDS = { rows: 1_000, atOnce: 1_000, atMost: 4_000 }

const columns = {
  user: (row) => row.signInName,
  display_name: (row) => row.displayName,
  state: (row) => row.state,
  mfa: (row) => (row.mfa ? 'yes' : 'no'),
  mfa_required: (row) => (row.mfaObliged ? 'yes' : 'no'),
  can_verify: (row) => (row.canVerify ? 'yes' : 'no'),
  factors: (row) => row.factors.join(' '),
  bound_at: (row) => row.boundAt ?? '',
  last_used_at: (row) => row.lastUsedAt ?? '',
  last_sign_in_at: (row) => row.lastSignInAt ?? '',
  created_at: (row) => row.createdAt,
} as const satisfies Record<string, (row: Row) => string>

/** A header and a line a user (RFC 4180), under the filter and in the order of the page; what never was is empty. */
export async function reportCsv(
  deps: ReportDeps,
  accountId: AccountId,
  wanted: Omit<WantedReport, 'after'>,
): Promise<string> {
  const lines = [Object.keys(columns).join(',')]
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listReport>> = await listReport(
      deps,
      accountId,
      { ...wanted, after },
      BOUNDS,
    )
    for (const row of page.rows) lines.push(lineOf(row))
    after = page.next
    // So that a large account's report keeps nobody else waiting.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return `${lines.join('\r\n')}\r\n`
}

function lineOf(row: Row): string {
  return Object.values(columns)
    .map((cell) => csvCell(cell(row)))
    .join(',')
}
