/** The doors of the account security page. */
import { findLiveSessions } from '../access/find-live-sessions.ts'
import type { CookieJar } from '../http/cookies.ts'
import { type Route, route } from '../http/route.ts'
import type { KnownDeviceId, SessionId } from '../kernel/ids.ts'
import { isRefused, type Refused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { catalogue } from '../security-questions/catalogue.ts'
import { describeSession } from '../sessions/describe-session.ts'
import { beginAddressChange, finishAddressChange, removePhone } from './change-address.ts'
import { changePassword } from './change-password.ts'
import { removeSecurityQuestions, setSecurityQuestions } from './change-questions.ts'
import type { SecurityDeps } from './deps.ts'
import { endEveryOtherSession, endSession } from './end-sessions.ts'
import { describeEvent, securityOverview } from './overview.ts'
import { listTrustedBrowsers, removeTrustedBrowser, removeTrustedBrowsers } from './trusted-browsers.ts'

const EVENTS_PER_PAGE = 50

export function accountSecurityRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    ...pageRoutes(deps),
    ...passwordRoutes(deps),
    ...addressRoutes(deps),
    ...questionRoutes(deps),
    ...sessionRoutes(deps),
    ...browserRoutes(deps),
  ]
}

function pageRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    route('GET /api/security', ({ caller, cookies }) =>
      securityOverview(deps, caller, cookies.deviceTokens()),
    ),
    route('GET /api/activity', async ({ caller, query }) => {
      const before = query.before === undefined ? undefined : Number(query.before)
      const page = { before, limit: EVENTS_PER_PAGE + 1 }
      const events = await deps.read.audit.listOfPrincipal(caller.accountId, caller.principalId, page)
      return {
        events: events.slice(0, EVENTS_PER_PAGE).map((event) => describeEvent(event, caller)),
        more: events.length > EVENTS_PER_PAGE,
      }
    }),
  ]
}

function passwordRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    route('POST /api/password', async ({ caller, body, cookies, context }) => {
      const input = {
        currentPassword: new Secret(body.currentPassword),
        newPassword: new Secret(body.newPassword),
        deviceTokens: cookies.deviceTokens(),
      }
      const changed = await changePassword(deps, caller, input, context)
      if (!isRefused(changed)) cookies.setDeviceTokens(changed.deviceTokens)
      return goOn(cookies, changed)
    }),
  ]
}

function addressRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    route('POST /api/email', ({ caller, body, cookies, context }) =>
      beginAddressChange(
        deps,
        caller,
        { kind: 'email', typed: body.email, deviceTokens: cookies.deviceTokens() },
        context,
      ),
    ),
    route('POST /api/email/verify', async ({ caller, body, cookies, context }) => {
      const input = { kind: 'email', code: body.code, deviceTokens: cookies.deviceTokens() } as const
      return goOn(cookies, await finishAddressChange(deps, caller, input, context))
    }),
    route('POST /api/phone', ({ caller, body, cookies, context }) =>
      beginAddressChange(
        deps,
        caller,
        { kind: 'phone', typed: body.phoneNumber, deviceTokens: cookies.deviceTokens() },
        context,
      ),
    ),
    route('POST /api/phone/verify', async ({ caller, body, cookies, context }) => {
      const input = { kind: 'phone', code: body.code, deviceTokens: cookies.deviceTokens() } as const
      return goOn(cookies, await finishAddressChange(deps, caller, input, context))
    }),
    route('DELETE /api/phone', async ({ caller, cookies, context }) =>
      goOn(cookies, await removePhone(deps, caller, context)),
    ),
  ]
}

function questionRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    route('GET /api/security-questions/catalogue', async () =>
      catalogue.map((question) => ({ ...question })),
    ),
    route('PUT /api/security-questions', ({ caller, body, context }) =>
      done(setSecurityQuestions(deps, caller, body.questions, context)),
    ),
    route('DELETE /api/security-questions', ({ caller, context }) =>
      done(removeSecurityQuestions(deps, caller, context)),
    ),
  ]
}

function sessionRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    route('GET /api/sessions', async ({ caller }) => {
      const sessions = await findLiveSessions(deps.read, deps, caller)
      return sessions.map((session) => describeSession(session, caller.sessionId))
    }),
    route('DELETE /api/sessions/:id', ({ caller, params, context }) =>
      done(endSession(deps, caller, params.id as SessionId, context)),
    ),
    route('POST /api/sessions/end-others', async ({ caller, context }) => {
      const ended = await endEveryOtherSession(deps, caller, context)
      return isRefused(ended) ? ended : { ended }
    }),
  ]
}

function browserRoutes(deps: SecurityDeps): readonly Route[] {
  return [
    route('GET /api/trusted-browsers', ({ caller, cookies }) =>
      listTrustedBrowsers(deps, caller, cookies.deviceTokens()),
    ),
    route('DELETE /api/trusted-browsers', async ({ caller, context }) => {
      const removed = await removeTrustedBrowsers(deps, caller, context)
      return isRefused(removed) ? removed : { removed }
    }),
    route('DELETE /api/trusted-browsers/:id', ({ caller, params, context }) =>
      done(removeTrustedBrowser(deps, caller, params.id as KnownDeviceId, context)),
    ),
  ]
}

/** The plain answer of an act that either happened or was refused. */
async function done(act: Promise<undefined | Refused>): Promise<{ done: true } | Refused> {
  return (await act) ?? { done: true }
}

/** An act that opened this session anew gives its browser the new token. */
function goOn(cookies: CookieJar, outcome: { token: Secret<string> } | Refused): { done: true } | Refused {
  if (isRefused(outcome)) return outcome
  cookies.set('session', outcome.token)
  return { done: true }
}
