import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sqlAccountStore } from '../accounts/sql.ts'
import { sqlAuditStore } from '../audit/sql.ts'
import { sqlOverviewStore } from '../ram-overview/sql.ts'
import { sqlSurveyStore } from '../ram-settings/sql.ts'
import { queryPlans } from '../testing/query-plans.ts'
import { testDatabase } from '../testing/test-database.ts'
import { sqlReportStore } from './sql.ts'

const ACCOUNT = '1234567890123456'

test('reports, the trail under each filter and surveys go along an index and sort nothing', async () => {
  const database = await testDatabase()
  try {
    const plans = await queryPlans(database, async (sql) => {
      const reports = sqlReportStore(sql)
      const audit = sqlAuditStore(sql)
      const surveys = sqlSurveyStore(sql)
      await reports.page(ACCOUNT, { after: 'm', limit: 50 })
      await reports.page(ACCOUNT, { after: 'm', limit: 50, descending: true })
      for (const moment of ['boundAt', 'lastUsedAt', 'lastSignInAt'] as const)
        for (const descending of [false, true])
          for (const after of [undefined, { at: 9, principalId: 'prn_m' } as const])
            await reports.pageBy(ACCOUNT, moment, { after, descending, limit: 50 })
      await sqlAccountStore(sql).mainOf(ACCOUNT)
      await sqlOverviewStore(sql).days(ACCOUNT, '2026-11-24')
      await reports.namesOf(ACCOUNT, ['prn_a', 'prn_b'])
      await surveys.page(ACCOUNT, { after: 'm', limit: 50 })
      await surveys.codeHolders(ACCOUNT)
      await surveys.stragglers(ACCOUNT, { of: 'all', after: 'm', limit: 50 })
      await surveys.stragglers(ACCOUNT, { of: 'marked', after: 'm', limit: 50 })
      for (const action of [undefined, 'sign_out'])
        for (const subject of [undefined, 'prn_a'])
          for (const outcome of [undefined, 'refused'] as const)
            for (const page of [{ before: undefined }, { before: 9 }, { after: 9 }])
              await audit.listOfAccount(ACCOUNT, { action, subject, outcome }, { ...page, limit: 50 })
    })
    for (const plan of plans) assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/, plan)
    // Of one user, and never along the account's order of moments until that user comes by.
    for (const plan of plans)
      assert.doesNotMatch(plan, /SEARCH (mfa_device|other) (?!.*principal_id=\?)/, plan)
    const adoption = await queryPlans(database, (sql) => sqlOverviewStore(sql).boundByDay(ACCOUNT, 9))
    assert.match(adoption.join(), /SEARCH ram_user USING PRIMARY KEY \(account_id=\? AND principal_id=\?\)/)
    const pages = plans.filter((plan) => plan.includes('LIST SUBQUERY'))
    assert.equal(pages.length, 24)
    const filtered = pages.filter((plan) => /COVERING INDEX audit_event_/.test(plan))
    assert.equal(filtered.length, 21, 'all but those without a filter')
  } finally {
    await database.close()
  }
})
