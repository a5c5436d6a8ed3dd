/**
 * Measures the RAM console's lists on an account of 100,000 users and 1,000,000 audit events: how long each page takes
 * from request to answer, in the middle and in the worst tenth. Target: under 100 ms for lists, searches and reports.
 *
 * `--users`, `--events`: other numbers; `--json` prints the same for machines.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSqlite } from '../apps/server/src/db/sqlite.ts'
import { startServer } from '../e2e/server.ts'
import { registerOwner } from '../tools/kill-nine/acts.ts'
import type { BrowserClient } from '../tools/kill-nine/browser-client.ts'
import { loadEvents, loadUsers } from './ram-load.ts'

const ROUNDS = 30
const TARGET_MS = 100

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    users: { type: 'string', default: '100000' },
    events: { type: 'string', default: '1000000' },
  },
})

/** What people open, with what makes each hard. */
const PAGES: readonly (readonly [name: string, path: string, withinTarget: boolean])[] = [
  ['users, first page', '/api/ram/users', true],
  ['users, a page in the middle', '/api/ram/users?after=user-050000', true],
  ['users by the beginning of a name', '/api/ram/users?search=user-0777', true],
  ['users by the beginning of an email', '/api/ram/users?search=mail-09999', true],
  ['users that nobody is', '/api/ram/users?search=nobody', true],
  ['users without MFA', '/api/ram/users?mfa=without', true],
  ['suspended users', '/api/ram/users?state=suspended', true],
  ['report, first page', '/api/ram/report', true],
  ['report, a page near the end', '/api/ram/report?after=user-099000', true],
  ['report, with MFA alone', '/api/ram/report?mfa=with', true],
  ['report by last sign-in, latest first', '/api/ram/report?sort=lastSignInAt&order=desc', true],
  ['report by binding, earliest first', '/api/ram/report?sort=boundAt&order=asc', true],
  ['report by last use, with MFA', '/api/ram/report?sort=lastUsedAt&order=desc&mfa=with', true],
  ['report, who never signed in', '/api/ram/report?sort=lastSignInAt&after=user-050000', true],
  ['report, where nobody fits', '/api/ram/report?sort=lastUsedAt&mfa=with&after=user-000000', true],
  ['audit trail, newest', '/api/ram/audit', true],
  ['audit trail, a page in the middle', '/api/ram/audit?before=500000', true],
  ['audit trail by a frequent action', '/api/ram/audit?action=sign_in.succeeded', true],
  ['audit trail by an action that never was', '/api/ram/audit?action=user.removed', true],
  ['audit trail, refused', '/api/ram/audit?outcome=refused', true],
  ['audit trail, an action never refused', '/api/ram/audit?action=sign_in.succeeded&outcome=refused', true],
  ['audit trail, live tail with nothing new', `/api/ram/audit?after=${999_999_999}`, true],
  ['overview', '/api/ram/overview', false],
]

const server = await startServer({ SALLYPORT_REGISTRATION: 'open', SALLYPORT_ADDRESS_LIMITS: 'off' })
try {
  const { browser } = await registerOwner(server.origin, 'owner')
  const { accountId } = await browser.must('GET /api/security')
  const database = openSqlite(join(server.folder, 'sallyport.db'))
  const begun = performance.now()
  try {
    const ids = await loadUsers(database, accountId, Number(values.users))
    await loadEvents(database, accountId, ids, Number(values.events))
  } finally {
    await database.close()
  }
  const loadSeconds = (performance.now() - begun) / 1000

  const rows: { page: string; medianMs: number; p90Ms: number; withinTarget: boolean }[] = []
  for (const [page, path, withinTarget] of PAGES)
    rows.push({ page, withinTarget, ...(await time(browser, path)) })
  const slowest = Math.max(...rows.filter((row) => row.withinTarget).map((row) => row.p90Ms))
  if (values.json) console.log(JSON.stringify({ loadSeconds, slowest, targetMs: TARGET_MS, rows }))
  else {
    console.log(
      `RAM lists: ${values.users} users, ${values.events} events, loaded in ${loadSeconds.toFixed(0)} s`,
    )
    for (const row of rows)
      console.log(
        `     ${row.page.padEnd(42)} ${row.medianMs.toFixed(1).padStart(7)} ms, p90 ${row.p90Ms.toFixed(1)}`,
      )
    console.log(
      `     slowest list, search or report page, p90  ${slowest.toFixed(1)} ms (target < ${TARGET_MS})`,
    )
  }
} finally {
  await server.dispose()
}

async function time(client: BrowserClient, path: string): Promise<{ medianMs: number; p90Ms: number }> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now()
    await client.must(`GET ${path}` as 'GET /api/ram/users')
    took.push(performance.now() - begun)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN
  return { medianMs: at(0.5), p90Ms: at(0.9) }
}
