/** The credential report: everybody's credentials as CSV, with the cloud's column names. */
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { ReportDeps } from './deps.ts'
import type { ReportedUser } from './store.ts'

const KEY_COLUMNS = ['exist', 'active', 'last_rotated', 'last_used'] as const

/** Scripts that read the cloud's report find each of these by name. */
export const COLUMNS: readonly string[] = [
  'user',
  'user_creation_time',
  'user_last_logon',
  'password_exist',
  'password_active',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...KEY_COLUMNS.map((column) => `access_key_1_${column}`),
  ...KEY_COLUMNS.map((column) => `access_key_2_${column}`),
]

const NEVER = '-'
const NOT_APPLICABLE = 'N/A'
const PAGE = 1000

type Line = Pick<ReportedUser, 'createdAt' | 'lastSignInAt' | 'passwordChangedAt' | 'devices' | 'state'>

/** The main account first, then users in order of name; who is in the bin is left out. */
export async function credentialReport(deps: ReportDeps, accountId: AccountId): Promise<string> {
  const owner = await ownerOf(deps, accountId)
  const lines = [COLUMNS.join(',')]
  if (owner !== undefined) {
    lines.push(lineOf('<root>', owner))
  }
  let after = ''
  for (;;) {
    const page = await deps.read.reports.page(accountId, { after, limit: PAGE })
    for (const user of page) lines.push(lineOf(user.name, user))
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return `${lines.join('\r\n')}\r\n`
    after = last.nameKey
    // So that a large account's report keeps nobody else waiting.
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

/** Undefined where the account is gone. */
async function ownerOf({ read }: ReportDeps, accountId: AccountId): Promise<Line | undefined> {
  const principalId = await read.accounts.mainOf(accountId)
  if (principalId === undefined) return undefined
  const principal = { accountId, principalId }
  const signIns = { action: 'sign_in.succeeded', subject: principalId, outcome: undefined }
  const [details, password, devices, [signedIn]] = await Promise.all([
    read.accounts.details(principal),
    read.passwords.find(principal),
    read.totp.count(principal),
    read.audit.listOfAccount(accountId, signIns, { before: undefined, limit: 1 }),
  ])
  return (
    details && {
      createdAt: details.createdAt,
      lastSignInAt: signedIn?.at,
      passwordChangedAt: password?.changedAt,
      devices,
      state: 'active',
    }
  )
}

/** No cell needs quotes: names are letters, digits, dots, hyphens and underscores. */
function lineOf(name: string, user: Line): string {
  const exists = user.passwordChangedAt !== undefined
  const keys = KEY_COLUMNS.map((column) => (column === 'exist' ? 'FALSE' : NOT_APPLICABLE))
  return [
    name,
    timeOf(user.createdAt),
    user.lastSignInAt === undefined ? NEVER : timeOf(user.lastSignInAt),
    told(exists),
    exists ? told(user.state === 'active') : NOT_APPLICABLE,
    user.passwordChangedAt === undefined ? NOT_APPLICABLE : timeOf(user.passwordChangedAt),
    // Passwords do not expire here.
    NOT_APPLICABLE,
    told(user.devices > 0),
    ...keys,
    ...keys,
  ].join(',')
}

function told(yes: boolean): string {
  return yes ? 'TRUE' : 'FALSE'
}

/** As the cloud writes times: to the second. */
function timeOf(at: Instant): string {
  return `${toRfc3339(at).slice(0, 19)}Z`
}
