/** Where a session stands with a purpose: whether proof is needed, and the ways to give it. */
import type { Reply } from '@sallyport/contract'
import { maskEmail, maskPhone } from '../accounts/mask.ts'
import type { CodeStore } from '../codes/store.ts'
import { SECOND, toRfc3339 } from '../kernel/clock.ts'
import type { Caller } from '../kernel/principal.ts'
import { readMeans } from './means.ts'
import { freshUntil, type RequireDeps } from './require-proof.ts'
import { type Means, methodsFor, opens, type Purpose, type VerificationMethod } from './verification.ts'

const RESEND_MS = 60 * SECOND

export type StatusDeps = RequireDeps & { read: RequireDeps['read'] & { codes: CodeStore } }

export async function verificationStatus(
  deps: StatusDeps,
  caller: Caller,
  purpose: Purpose,
): Promise<Reply<'GET /api/verification/:purpose'>> {
  const now = deps.clock.now()
  const means = await readMeans(deps.read, deps.allowedMeans, caller)
  const methods = methodsFor(purpose, means)
  const verification = await deps.read.verifications.find(caller, caller.sessionId, purpose)
  const proven = opens(verification, methods, now)
  const ofSession = freshUntil(purpose, caller, means) ?? 0
  const verifiedUntil = proven && verification ? verification.expiresAt : ofSession
  const sent = verification && (await deps.read.codes.find(caller.accountId, verification.verificationId))
  return {
    purpose,
    needed: now >= verifiedUntil,
    verifiedUntil: now < verifiedUntil && Number.isFinite(verifiedUntil) ? toRfc3339(verifiedUntil) : null,
    methods: methods.map((method) => ({
      method,
      hint: hintOf(method, means),
      questions: method === 'security_questions' ? [...means.questionIds] : [],
      codesLeft: method === 'recovery_code' ? means.recoveryCodes : null,
    })),
    codeSent:
      sent && now < sent.expiresAt
        ? {
            method: sent.channel === 'mail' ? 'email' : 'phone',
            hint: sent.channel === 'mail' ? maskEmail(sent.destination) : maskPhone(sent.destination),
            resendInSeconds: Math.max(0, Math.ceil((sent.sentAt + RESEND_MS - now) / SECOND)),
            expiresAt: toRfc3339(sent.expiresAt),
          }
        : null,
  }
}

function hintOf(method: VerificationMethod, means: Means): string | null {
  if (method === 'email' && means.email !== undefined) return maskEmail(means.email)
  if (method === 'phone' && means.phone !== undefined) return maskPhone(means.phone)
  return null
}
