/** Security questions in SQL. */
import type { Sql } from '../db/database.ts'
import type { Principal } from '../kernel/principal.ts'
import type { SecurityQuestionStore } from './store.ts'

type Owner = { account_id: string; principal_id: string }

type Tables = {
  security_question: Owner & { position: number; question_id: string; sealed_answer: string }
  security_question_set: Owner & { set_at: number; off_at: number | null }
}

export function sqlSecurityQuestionStore(sql: Sql): SecurityQuestionStore {
  const db = sql.withTables<Tables>()

  const rows = ({ accountId, principalId }: Principal) =>
    db
      .deleteFrom('security_question')
      .where('account_id', '=', accountId)
      .where('principal_id', '=', principalId)

  return {
    async find({ accountId, principalId }) {
      const set = await db
        .selectFrom('security_question_set')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .executeTakeFirst()
      if (set === undefined) return undefined
      const questions = await db
        .selectFrom('security_question')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .orderBy('position')
        .execute()
      return {
        setAt: set.set_at,
        offAt: set.off_at ?? undefined,
        questions: questions.map((row) => ({
          position: row.position,
          questionId: row.question_id,
          sealedAnswer: row.sealed_answer,
        })),
      }
    },
    async replace(principal, questions, now) {
      const owner = { account_id: principal.accountId, principal_id: principal.principalId }
      await rows(principal).execute()
      await db
        .insertInto('security_question')
        .values(
          questions.map((question) => ({
            ...owner,
            position: question.position,
            question_id: question.questionId,
            sealed_answer: question.sealedAnswer,
          })),
        )
        .execute()
      await db
        .insertInto('security_question_set')
        .values({ ...owner, set_at: now, off_at: null })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'principal_id']).doUpdateSet({ set_at: now, off_at: null }),
        )
        .execute()
    },
    async remove(principal) {
      await rows(principal).execute()
      const removed = await db
        .deleteFrom('security_question_set')
        .where('account_id', '=', principal.accountId)
        .where('principal_id', '=', principal.principalId)
        .executeTakeFirst()
      return removed.numDeletedRows > 0n
    },
    async switchOff({ accountId, principalId }, now) {
      await db
        .updateTable('security_question_set')
        .set({ off_at: now })
        .where('account_id', '=', accountId)
        .where('principal_id', '=', principalId)
        .where('off_at', 'is', null)
        .execute()
    },
  }
}
