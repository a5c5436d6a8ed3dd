/** The ways to verify identity that an account allows, as far as this server has them. */
import type { IdentityMethod } from '../settings/settings.ts'

/** Which ways the operator allows: text messages need a gateway or the outbox, questions a profile that has them. */
export type AllowedMeans = { readonly phone: boolean; readonly securityQuestions: boolean }

/** In the order that they came in. */
export function availableMethods(
  methods: readonly IdentityMethod[],
  server: AllowedMeans,
): readonly IdentityMethod[] {
  const has = { email: true, phone: server.phone, security_questions: server.securityQuestions }
  return methods.filter((method) => has[method])
}

/** What a user has on file that could verify its identity, proven or as an administrator entered it. */
export type OnFile = {
  readonly hasEmail: boolean
  readonly hasPhone: boolean
  /** Security questions are set, and wrong answers have not switched them off. */
  readonly hasQuestions: boolean
}

/** Whether a user without a second factor has a way to set one up. */
export function canVerify(
  { hasEmail, hasPhone, hasQuestions }: OnFile,
  available: readonly IdentityMethod[],
): boolean {
  const has = { email: hasEmail, phone: hasPhone, security_questions: hasQuestions }
  return available.some((method) => has[method])
}
