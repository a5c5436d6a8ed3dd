/** Tries in SQL: each reservation is one conditional statement whose row count is the answer. */
import { type ExpressionBuilder, sql as raw } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { KnownDeviceId } from '../kernel/ids.ts'
import type { ThrottleStore, Window } from './store.ts'

type Tables = {
  otp_budget: {
    account_id: string
    principal_id: string
    bucket: string
    tokens: number
    refilled_at: number
  }
  challenge_tries: {
    account_id: string
    challenge_id: string
    tries: number
    reserved: number
    bucket: string
    expires_at: number
  }
  hit: { account_id: string; scope: string; subject: string; at: number; hit_id: string }
  password_failures: { subject: string; failures: number; recent: string; wait_until: number; at: number }
}

export function sqlThrottleStore(sql: Sql): ThrottleStore {
  const db = sql.withTables<Tables>()

  const challenge = (accountId: string, challengeId: string) =>
    db
      .updateTable('challenge_tries')
      .where('account_id', '=', accountId)
      .where('challenge_id', '=', challengeId)

  return {
    async takeTry(accountId, challengeId, { limit, endsAt }) {
      await db
        .insertInto('challenge_tries')
        .values({
          account_id: accountId,
          challenge_id: challengeId,
          tries: 0,
          reserved: 0,
          bucket: '',
          expires_at: endsAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const taken = await challenge(accountId, challengeId)
        .set((row) => ({ tries: row('tries', '+', 1) }))
        .where('tries', '<', limit)
        .returning('tries')
        .executeTakeFirst()
      return taken?.tries
    },
    async giveBackTry(accountId, challengeId) {
      await challenge(accountId, challengeId)
        .set((row) => ({ tries: row('tries', '-', 1) }))
        .execute()
    },
    async noteReserved(accountId, challengeId, { bucket, device }) {
      const note = `${bucket ?? ''}<${device ?? ''}`
      const noted = challenge(accountId, challengeId)
      if (bucket === undefined) await noted.set({ bucket: note }).where('bucket', '=', '').execute()
      else
        await noted
          .set({ reserved: raw`CASE WHEN bucket = ${note} THEN reserved + 1 ELSE 1 END`, bucket: note })
          .execute()
    },
    async forgetChallenge(accountId, challengeId) {
      const row = await db
        .deleteFrom('challenge_tries')
        .where('account_id', '=', accountId)
        .where('challenge_id', '=', challengeId)
        .returning(['reserved', 'bucket'])
        .executeTakeFirst()
      if (row === undefined) return undefined
      const [bucket = '', device = ''] = row.bucket.split('<')
      return {
        reserved: row.reserved,
        bucket: bucket === '' ? undefined : bucket,
        device: device === '' ? undefined : (device as KnownDeviceId),
      }
    },
    async triesOf(accountId, challengeId) {
      const row = await db
        .selectFrom('challenge_tries')
        .select('tries')
        .where('account_id', '=', accountId)
        .where('challenge_id', '=', challengeId)
        .executeTakeFirst()
      return row?.tries ?? 0
    },
    async takeToken({ accountId, principalId }, bucket, { capacity, refillMs }, now) {
      await db
        .insertInto('otp_budget')
        .values({
          account_id: accountId,
          principal_id: principalId,
          bucket,
          tokens: capacity,
          refilled_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      // The cast keeps the division whole: the driver hands numbers over as floating point.
      const at = raw<number>`CAST(${now} AS BIGINT)`
      const pause = raw<number>`CAST(${refillMs ?? 1} AS BIGINT)`
      const gained =
        refillMs === undefined
          ? raw<number>`0`
          : raw<number>`(CASE WHEN ${at} > refilled_at THEN (${at} - refilled_at) / ${pause} ELSE 0 END)`
      const taken = await db
        .updateTable('otp_budget')
        .set({
          tokens: raw<number>`(CASE WHEN tokens + ${gained} >= ${capacity} THEN ${capacity} ELSE tokens + ${gained} END) - 1`,
          refilled_at: raw<number>`CASE WHEN tokens + ${gained} >= ${capacity} THEN ${at} ELSE refilled_at + ${gained} * ${pause} END`,
        })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('bucket', '=', bucket)
        .where(raw<boolean>`tokens + ${gained} > 0`)
        .returning('tokens')
        .executeTakeFirst()
      return taken?.tokens
    },
    async giveBackTokens({ accountId, principalId }, bucket, count, { capacity }) {
      await db
        .updateTable('otp_budget')
        .set({
          tokens: raw<number>`CASE WHEN tokens + ${count} > ${capacity} THEN ${capacity} ELSE tokens + ${count} END`,
        })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('bucket', '=', bucket)
        .execute()
    },
    async takeHit(hit, windows) {
      const room = (eb: ExpressionBuilder<Tables, never>, { max, withinMs }: Window) =>
        eb(
          eb
            .selectFrom('hit')
            .select(({ fn }) => fn.countAll<number>().as('count'))
            .where('account_id', '=', hit.accountId)
            .where('scope', '=', hit.scope)
            .where('subject', '=', hit.subject)
            .where('at', '>', hit.at - withinMs),
          '<',
          max,
        )
      const taken = await db
        .insertInto('hit')
        .columns(['account_id', 'scope', 'subject', 'at', 'hit_id'])
        .expression(
          db
            .selectNoFrom((eb) => [
              eb.val(hit.accountId).as('account_id'),
              eb.val(hit.scope).as('scope'),
              eb.val(hit.subject).as('subject'),
              eb.val(hit.at).as('at'),
              eb.val(hit.hitId).as('hit_id'),
            ])
            .where((eb) => eb.and(windows.map((window) => room(eb, window)))),
        )
        .executeTakeFirst()
      return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async dropHit({ accountId, scope, subject, at, hitId }) {
      await db
        .deleteFrom('hit')
        .where('account_id', '=', accountId)
        .where('scope', '=', scope)
        .where('subject', '=', subject)
        .where('at', '=', at)
        .where('hit_id', '=', hitId)
        .execute()
    },
    async hitsSince({ accountId, scope, subject }, since, limit) {
      const rows = await db
        .selectFrom('hit')
        .select('at')
        .where('account_id', '=', accountId)
        .where('scope', '=', scope)
        .where('subject', '=', subject)
        .where('at', '>', since)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => row.at)
    },
    async dropHits({ accountId, scope, subject }) {
      await db
        .deleteFrom('hit')
        .where('account_id', '=', accountId)
        .where('scope', '=', scope)
        .where('subject', '=', subject)
        .execute()
    },
    async passwordFailures(subject) {
      const row = await db
        .selectFrom('password_failures')
        .selectAll()
        .where('subject', '=', subject)
        .executeTakeFirst()
      return (
        row && {
          failures: row.failures,
          recent: JSON.parse(row.recent) as string[],
          waitUntil: row.wait_until,
        }
      )
    },
    async putPasswordFailures(subject, { failures, recent, waitUntil }, now) {
      const row = { failures, recent: JSON.stringify(recent), wait_until: waitUntil, at: now }
      await db
        .insertInto('password_failures')
        .values({ subject, ...row })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
        .execute()
    },
    async dropPasswordFailures(subject) {
      await db.deleteFrom('password_failures').where('subject', '=', subject).execute()
    },
    async purge(before) {
      await db.deleteFrom('hit').where('at', '<', before.hits).execute()
      await db.deleteFrom('challenge_tries').where('expires_at', '<', before.challenges).execute()
      await db.deleteFrom('password_failures').where('at', '<', before.passwords).execute()
    },
  }
}
