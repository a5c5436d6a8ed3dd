/** Reads what a principal has on file that could prove who it is. */
import type { AccountStore } from '../accounts/store.ts'
import type { Principal } from '../kernel/principal.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SecurityQuestionStore } from '../security-questions/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import type { TotpStore } from '../totp/store.ts'
import { type AllowedMeans, availableMethods } from './identity-methods.ts'
import type { Means } from './verification.ts'

export type MeansStores = {
  accounts: AccountStore
  recoveryCodes: RecoveryCodeStore
  securityQuestions: SecurityQuestionStore
  settings: SettingsStore
  totp: TotpStore
}

/** What server and account do not allow is left out, as if it were not on file. */
export async function readMeans(
  read: MeansStores,
  server: AllowedMeans,
  principal: Principal,
): Promise<Means & { createdAt: number }> {
  const [details, devices, recoveryCodes, questions, kinds] = await Promise.all([
    read.accounts.details(principal),
    read.totp.count(principal),
    read.recoveryCodes.count(principal),
    read.securityQuestions.find(principal),
    findAllowedKinds(read, principal),
  ])
  const available = new Set(availableMethods(kinds.identityMethods, server))
  return {
    email: available.has('email') ? details?.email : undefined,
    emailVerified: details?.emailVerifiedAt !== undefined,
    phone: available.has('phone') ? details?.phone : undefined,
    questionIds:
      available.has('security_questions') && questions?.offAt === undefined
        ? (questions?.questions.map((question) => question.questionId) ?? [])
        : [],
    devices,
    recoveryCodes: kinds.recoveryCodes ? recoveryCodes : 0,
    takesRecoveryCodes: kinds.recoveryCodes,
    // Somebody else made a user: no minutes follow in which less is asked.
    createdAt: details?.kind === 'main' ? details.createdAt : 0,
  }
}
