/** Everything that the account security page states, read in one go. */
import type { Reply } from '@sallyport/contract'
import { findLiveSessions } from '../access/find-live-sessions.ts'
import { maskPhone } from '../accounts/mask.ts'
import type { RecordedEvent } from '../audit/event.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { DeviceTokens } from '../kernel/device-tokens.ts'
import type { Caller } from '../kernel/principal.ts'
import { levelOf } from '../kernel/proof.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { describeSession } from '../sessions/describe-session.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import { describeDevice } from '../totp/describe-device.ts'
import { freshUntil } from '../verification/require-proof.ts'
import type { SecurityDeps } from './deps.ts'
import { listTrustedBrowsers } from './trusted-browsers.ts'

type Overview = Reply<'GET /api/security'>

/** Refuses: sign_in_needed, where the principal is gone. */
export async function securityOverview(
  deps: SecurityDeps,
  caller: Caller,
  deviceTokens: DeviceTokens,
): Promise<Overview | Refused> {
  const now = deps.clock.now()
  const [details, password, questions, devices, recoveryCodes, kinds, trustedBrowsers, sessions, activity] =
    await Promise.all([
      deps.read.accounts.details(caller),
      deps.read.passwords.find(caller),
      deps.read.securityQuestions.find(caller),
      deps.read.totp.list(caller),
      deps.read.recoveryCodes.summary(caller),
      findAllowedKinds(deps.read, caller),
      listTrustedBrowsers(deps, caller, deviceTokens),
      findLiveSessions(deps.read, deps, caller),
      deps.read.audit.listOfPrincipal(caller.accountId, caller.principalId, { before: undefined, limit: 1 }),
    ])
  if (details === undefined || password === undefined) return refuse('sign_in_needed')
  const level = levelOf(caller.proofs)
  const highestLevel = devices.length > 0 ? 'aal2' : 'aal1'
  const lastActivity = activity[0]
  const means = {
    devices: devices.length,
    takesRecoveryCodes: kinds.recoveryCodes,
    createdAt: details.kind === 'main' ? details.createdAt : 0,
  }
  const until = freshUntil('set_security_questions', caller, means) ?? 0
  return {
    accountId: caller.accountId,
    signInName: caller.signInName,
    level,
    highestLevel,
    freshUntil: now < until ? toRfc3339(until) : null,
    password: { changedAt: toRfc3339(password.changedAt) },
    email: {
      allowed: kinds.identityMethods.includes('email'),
      address: details.email ?? null,
      verified: details.emailVerifiedAt !== undefined,
    },
    phone: {
      available: deps.allowedMeans.phone,
      allowed: kinds.identityMethods.includes('phone'),
      hint: details.phone === undefined ? null : maskPhone(details.phone),
      verifiedAt: details.phoneVerifiedAt === undefined ? null : toRfc3339(details.phoneVerifiedAt),
    },
    securityQuestions: {
      available: deps.allowedMeans.securityQuestions,
      allowed: kinds.identityMethods.includes('security_questions'),
      setAt: questions === undefined ? null : toRfc3339(questions.setAt),
      off: questions?.offAt !== undefined,
    },
    virtualMfa: { devices: devices.map(describeDevice) },
    recoveryCodes: {
      allowed: kinds.recoveryCodes,
      left: kinds.recoveryCodes ? recoveryCodes.left : 0,
      madeAt: recoveryCodes.madeAt === undefined ? null : toRfc3339(recoveryCodes.madeAt),
    },
    trustedBrowsers,
    sessions: sessions.map((session) => describeSession(session, caller.sessionId)),
    lastActivity: lastActivity === undefined ? null : describeEvent(lastActivity, caller),
  }
}

/** The actor is told apart only as far as the owner needs: oneself, the operator, a stranger. */
export function describeEvent(event: RecordedEvent, caller: Caller): NonNullable<Overview['lastActivity']> {
  const byAdministrator = event.actor.startsWith('prn_') && event.actor !== caller.principalId
  return {
    seq: event.seq,
    at: toRfc3339(event.at),
    action: event.action,
    outcome: event.outcome,
    reason: event.reason,
    factors: [...event.factors],
    actor: event.actor === caller.principalId ? 'you' : event.actor,
    // Where an administrator sits is not the user's to know.
    address: byAdministrator ? null : event.address,
    browser: byAdministrator ? null : event.browser,
    details: { ...event.details },
  }
}
