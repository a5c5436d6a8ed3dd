/** Where ports meet their adapters. */
import { sqlAddressChangeStore } from './account-security/sql.ts'
import { sqlAccountStore } from './accounts/sql.ts'
import { sqlAuditStore } from './audit/sql.ts'
import { sqlBypassCodeStore } from './bypass-codes/sql.ts'
import { sqlCodeStore } from './codes/sql.ts'
import type { Sql } from './db/database.ts'
import { sqlDeviceStore } from './devices/sql.ts'
import { sqlGroupStore } from './groups/sql.ts'
import { sqlInvitationStore } from './invitations/sql.ts'
import { sqlNotMeLinkStore } from './not-me-links/sql.ts'
import { sqlOutboxStore } from './notify/sql.ts'
import { sqlPasswordStore } from './passwords/sql.ts'
import { sqlOverviewStore } from './ram-overview/sql.ts'
import { sqlReportStore } from './ram-report/sql.ts'
import { sqlSurveyStore } from './ram-settings/sql.ts'
import { sqlErasureStore } from './ram-users/sql.ts'
import { sqlRecoveryCodeStore } from './recovery-codes/sql.ts'
import { sqlRegistrationStore } from './registration/sql.ts'
import { sqlSecurityQuestionStore } from './security-questions/sql.ts'
import { sqlSessionStore } from './sessions/sql.ts'
import { sqlSettingsStore } from './settings/sql.ts'
import { sqlAttemptStore } from './sign-in/sql.ts'
import { sqlThrottleStore } from './throttle/sql.ts'
import { sqlTotpStore } from './totp/sql.ts'
import { sqlUserStore } from './users/sql.ts'
import { sqlUsualSignInStore } from './usual-sign-ins/sql.ts'
import { sqlVerificationStore } from './verification/sql.ts'

export type Stores = ReturnType<typeof storesOver>

/** Every port over one connection. */
export function storesOver(sql: Sql) {
  return {
    accounts: sqlAccountStore(sql),
    addressChanges: sqlAddressChangeStore(sql),
    attempts: sqlAttemptStore(sql),
    audit: sqlAuditStore(sql),
    bypassCodes: sqlBypassCodeStore(sql),
    codes: sqlCodeStore(sql),
    devices: sqlDeviceStore(sql),
    erasures: sqlErasureStore(sql),
    groups: sqlGroupStore(sql),
    invitations: sqlInvitationStore(sql),
    notMeLinks: sqlNotMeLinkStore(sql),
    outbox: sqlOutboxStore(sql),
    overviews: sqlOverviewStore(sql),
    passwords: sqlPasswordStore(sql),
    recoveryCodes: sqlRecoveryCodeStore(sql),
    registrations: sqlRegistrationStore(sql),
    reports: sqlReportStore(sql),
    securityQuestions: sqlSecurityQuestionStore(sql),
    sessions: sqlSessionStore(sql),
    settings: sqlSettingsStore(sql),
    surveys: sqlSurveyStore(sql),
    throttle: sqlThrottleStore(sql),
    totp: sqlTotpStore(sql),
    users: sqlUserStore(sql),
    usualSignIns: sqlUsualSignInStore(sql),
    verifications: sqlVerificationStore(sql),
  }
}
