/** Loads an account with many RAM users and a long audit trail, each event hashed onto the one before. */
import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { AuditAction } from '../apps/server/src/audit/action.ts'
import { CHAIN_START, canonicalText, type RecordedEvent } from '../apps/server/src/audit/event.ts'
import { sqlAuditStore } from '../apps/server/src/audit/sql.ts'
import type { Database } from '../apps/server/src/db/database.ts'
import type { AccountId, PrincipalId } from '../apps/server/src/kernel/ids.ts'
import { sqlTotpStore } from '../apps/server/src/totp/sql.ts'
import { sqlUserStore } from '../apps/server/src/users/sql.ts'

const BATCH = 5_000
/** Many rows a statement: a million one by one take ten minutes. */
const ROWS_A_STATEMENT = 100
const FROM = '192.0.2.7'
const DAY_MS = 24 * 60 * 60 * 1000
/** The trail reaches back so far. */
const TRAIL_DAYS = 60

/** Every second user has a device, every fiftieth is suspended, every seventh marked. */
export async function loadUsers(
  database: Database,
  account: string,
  count: number,
): Promise<readonly PrincipalId[]> {
  const accountId = account as AccountId
  const now = Date.now()
  const ids: PrincipalId[] = []
  for (let from = 0; from < count; from += BATCH) {
    await database.transact(async (sql) => {
      const users = sqlUserStore(sql)
      const totp = sqlTotpStore(sql)
      for (let index = from; index < Math.min(count, from + BATCH); index += 1) {
        const number = String(index).padStart(6, '0')
        const principalId: PrincipalId = `prn_${digest(`user ${index}`).slice(0, 22)}`
        const principal = { accountId, principalId }
        const address = `mail-${number}@example.org`
        ids.push(principalId)
        await users.create({
          ...principal,
          name: { name: `user-${number}`, key: `user-${number}` },
          displayName: `User ${number}`,
          comment: '',
          mfaBindRequired: index % 7 === 0,
          email: { address, key: address },
          phone: undefined,
          passwordState: 'own',
          firstPasswordEndsAt: undefined,
          createdAt: now - 100 * DAY_MS,
        })
        if (index % 50 === 49) await users.moveState(principal, ['active'], 'suspended', now)
        if (index % 3 !== 0) await users.noteSignIn(principal, now - (index % 200) * DAY_MS, FROM)
        if (index % 2 === 0)
          await totp.insert(
            {
              ...principal,
              deviceId: `mfa_${principalId.slice(4)}`,
              name: 'Phone',
              slug: `phone-${number}`,
              shape: { algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
              lastStep: 0,
              driftSteps: 0,
              boundAt: now - (index % 90) * DAY_MS,
              lastUsedAt: now,
              // As long as a sealed key; nothing here opens it.
              sealedKey: 'x'.repeat(96),
            },
            'phone',
          )
      }
    })
  }
  return ids
}

/** What happens in an account, about as often as it does. */
type Kind = readonly [AuditAction, RecordedEvent['outcome'], readonly string[]]
const EVENTS: readonly [Kind, ...Kind[]] = [
  ['sign_in.second_step', 'succeeded', ['knowledge']],
  ['sign_in.succeeded', 'succeeded', ['knowledge', 'possession']],
  ['sign_in.succeeded', 'succeeded', ['knowledge']],
  ['sign_out', 'succeeded', []],
  ['sign_in.refused', 'refused', []],
  ['password.changed', 'succeeded', []],
  ['sign_in.second_step', 'succeeded', ['knowledge']],
  ['sign_in.succeeded', 'succeeded', ['knowledge', 'possession']],
]

/** Goes on with the account's chain, each event hashed onto the one before. */
export async function loadEvents(
  database: Database,
  accountId: string,
  ids: readonly PrincipalId[],
  count: number,
): Promise<void> {
  const now = Date.now()
  const head = await sqlAuditStore(database.read).head(accountId)
  let { seq, hash: prev } = head ?? { seq: 0, hash: CHAIN_START }
  for (let from = 0; from < count; from += BATCH) {
    const rows: EventRow[] = []
    for (let index = from; index < Math.min(count, from + BATCH); index += 1) {
      const [action, outcome, factors] = EVENTS[index % EVENTS.length] ?? EVENTS[0]
      const subject = ids[(index * 7919) % ids.length] ?? 'stranger'
      seq += 1
      const event: Omit<RecordedEvent, 'hash'> = {
        accountId,
        seq,
        at: now - Math.floor(((count - index) / count) * TRAIL_DAYS * DAY_MS),
        actor: subject,
        subject,
        action,
        outcome,
        reason: outcome === 'refused' ? 'password_wrong' : null,
        factors,
        address: '192.0.2.7',
        browser: 'Firefox on Linux',
        requestId: String(index).padStart(16, '0'),
        details: {},
        prev,
      }
      const hash = createHash('sha256').update(canonicalText(event)).digest('hex')
      rows.push(rowOf({ ...event, hash }))
      prev = hash
    }
    await database.transact(async (sql) => {
      const db = sql.withTables<{ audit_event: EventRow }>()
      for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
        await db
          .insertInto('audit_event')
          .values(rows.slice(at, at + ROWS_A_STATEMENT))
          .execute()
    })
  }
  await countDays(database, accountId)
}

/** What the store counts as it appends one by one, for the rows that were put in past it. */
async function countDays(database: Database, accountId: string): Promise<void> {
  const signedIn = "action = 'sign_in.succeeded'"
  const twoStep = `${signedIn} AND factors LIKE '%possession%'`
  await database.transact(async (sql) => {
    await sql.executeQuery(
      CompiledQuery.raw(
        `INSERT OR REPLACE INTO audit_day (account_id, day, sign_ins, two_step_sign_ins, refused, password_sign_ins,
          virtual_mfa_sign_ins, recovery_code_sign_ins, bypass_code_sign_ins)
        SELECT account_id, strftime('%Y-%m-%d', at / 1000, 'unixepoch') AS day, SUM(${signedIn}), SUM(${twoStep}),
          SUM(outcome = 'refused'), SUM(${signedIn}) - SUM(${twoStep}), SUM(${twoStep}), 0, 0
        FROM audit_event WHERE account_id = ? GROUP BY day`,
        [accountId],
      ),
    )
  })
}

type EventRow = Omit<RecordedEvent, 'accountId' | 'requestId' | 'factors' | 'details'> & {
  readonly account_id: string
  readonly request_id: string
  readonly factors: string
  readonly details: string
}

function rowOf({ accountId, requestId, factors, details, ...rest }: RecordedEvent): EventRow {
  return {
    ...rest,
    account_id: accountId,
    request_id: requestId,
    factors: JSON.stringify(factors),
    details: JSON.stringify(details),
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
