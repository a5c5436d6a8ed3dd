/** The doors of the RAM console's report and audit trail. */
import { type Route, route } from '../http/route.ts'
import { listAuditTrail } from './audit-trail.ts'
import { credentialReport } from './credential-report.ts'
import type { ReportDeps } from './deps.ts'
import { listReport } from './report.ts'
import { reportCsv } from './report-csv.ts'

export function ramReportRoutes(deps: ReportDeps): readonly Route[] {
  return [
    route('GET /api/ram/report', ({ caller, query }) => listReport(deps, caller.accountId, query)),
    route('GET /api/ram/report-csv', async ({ caller, query }) => ({
      csv: await reportCsv(deps, caller.accountId, query),
    })),
    route('GET /api/ram/credential-report', async ({ caller }) => ({
      csv: await credentialReport(deps, caller.accountId),
    })),
    route('GET /api/ram/audit', ({ caller, query }) => {
      const { action, user, outcome, before, after, limit } = query
      return listAuditTrail(deps, caller, {
        filter: { action, subject: user, outcome },
        before: before === undefined ? undefined : Number(before),
        after: after === undefined ? undefined : Number(after),
        events: limit === undefined ? undefined : Number(limit),
      })
    }),
  ]
}
