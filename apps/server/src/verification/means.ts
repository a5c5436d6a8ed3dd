/** Reads what a principal has on file that could prove who it is. */
import type { AccountStore } from '../accounts/store.ts'
import type { Principal } from '../kernel/principal.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SecurityQuestionStore } from '../security-questions/store.ts'
import type { TotpStore } from '../totp/store.ts'
import type { Means } from './verification.ts'

export type MeansStores = {
  accounts: AccountStore
  recoveryCodes: RecoveryCodeStore
  securityQuestions: SecurityQuestionStore
  totp: TotpStore
}

/** Which ways the operator allows: text messages need a gateway or the outbox, questions a profile that has them. */
export type AllowedMeans = { readonly phone: boolean; readonly securityQuestions: boolean }

export async function readMeans(
  read: MeansStores,
  allowed: AllowedMeans,
  principal: Principal,
): Promise<Means & { createdAt: number }> {
  const [details, devices, recoveryCodes, questions] = await Promise.all([
    read.accounts.details(principal),
    read.totp.count(principal),
    read.recoveryCodes.count(principal),
    read.securityQuestions.find(principal),
  ])
  return {
    email: details?.email,
    emailVerified: details?.emailVerifiedAt !== undefined,
    phone: allowed.phone ? details?.phone : undefined,
    questionIds:
      allowed.securityQuestions && questions?.offAt === undefined
        ? (questions?.questions.map((question) => question.questionId) ?? [])
        : [],
    devices,
    recoveryCodes,
    // Somebody else made a user: no minutes follow in which less is asked.
    createdAt: details?.kind === 'main' ? details.createdAt : 0,
  }
}
