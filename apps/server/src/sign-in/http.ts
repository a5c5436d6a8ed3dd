/** The doors of signing in and out. */
import type { CookieJar } from '../http/cookies.ts'
import { type Route, route } from '../http/route.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import { isRefused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { endHeldSession } from '../sessions/end-held-session.ts'
import { describeSignedIn } from '../standing/describe-signed-in.ts'
import { findSignedIn } from '../standing/find-signed-in.ts'
import { acceptInvitation } from './accept-invitation.ts'
import type { Begun } from './admit.ts'
import { beginSignIn } from './begin.ts'
import { choosePassword } from './choose-password.ts'
import type { SignInDeps } from './deps.ts'
import { describeAttempt } from './describe-attempt.ts'
import { findAttempt } from './find-attempt.ts'
import { findInvitation, type InvitationDeps } from './invitation.ts'
import { proveSecondStep } from './prove.ts'
import { putOffSetUp } from './put-off.ts'
import { signOut } from './sign-out.ts'

/** Told of each session that is opened, for the figures. */
type Counting = { readonly countSignIn?: (level: string) => void }

export function signInRoutes(deps: SignInDeps & Counting): readonly Route[] {
  return [
    route('GET /api/sign-in', async ({ cookies }) => {
      const signedIn = await findSignedIn(deps, cookies.get('session'))
      if (signedIn !== undefined)
        return describeSignedIn(signedIn.session, signedIn.session.proofs, signedIn.standing)
      const found = await findAttempt(deps, cookies.get('attempt'))
      return found.state === 'live'
        ? describeAttempt(deps.read, found.pending, deps.clock.now())
        : { state: 'signed_out' }
    }),
    route('POST /api/sign-in', async ({ body, cookies, context }) => {
      const begun = await beginSignIn(
        deps,
        {
          accountName: body.accountName,
          password: new Secret(body.password),
          deviceTokens: cookies.deviceTokens(),
        },
        context,
      )
      if (isRefused(begun)) return begun
      return enter(deps, cookies, begun)
    }),
    route('POST /api/sign-in/prove', async ({ body, cookies, context }) => {
      const tokens = { attemptToken: cookies.get('attempt'), deviceTokens: cookies.deviceTokens() }
      const trustBrowser = body.trustBrowser ?? false
      const admitted = await proveSecondStep(deps, { ...body, ...tokens, trustBrowser }, context)
      if (isRefused(admitted)) return admitted
      cookies.set('session', admitted.sessionToken)
      if (admitted.deviceTokens) cookies.setDeviceTokens(admitted.deviceTokens)
      cookies.clear('attempt')
      deps.countSignIn?.(admitted.reply.level)
      return admitted.reply
    }),
    route('POST /api/sign-in/cancel', async ({ cookies }) => {
      const found = await findAttempt(deps, cookies.get('attempt'))
      if (found.state === 'live') {
        const { pending } = found
        await deps.atomically((stores) => stores.attempts.take(pending, pending.attemptId, deps.clock.now()))
      }
      cookies.clear('attempt')
      return { done: true }
    }),
    route('POST /api/sign-in/new-password', async ({ caller, body, cookies, context }) => {
      const chosen = await choosePassword(deps, caller, new Secret(body.newPassword), context)
      if (isRefused(chosen)) return chosen
      cookies.set('session', chosen.token)
      return chosen.reply
    }),
    route('POST /api/ram/mfa/later', ({ caller }) => putOffSetUp(deps, caller)),
    route('POST /api/sign-out', async ({ caller, cookies, context }) => {
      await signOut(deps, caller, context)
      cookies.clear('session')
      cookies.clear('attempt')
      return { done: true }
    }),
  ]
}

/** The doors of an invitation’s link. */
export function invitationRoutes(deps: InvitationDeps & Counting): readonly Route[] {
  return [
    route('POST /api/invitation', async ({ body, context }) => {
      const found = await findInvitation(deps, new Secret(body.token), context)
      if (isRefused(found)) return found
      const { signInName, minimumPasswordLength } = found.standing
      return { signInName, minimumPasswordLength, expiresAt: toRfc3339(found.invitation.expiresAt) }
    }),
    route('POST /api/invitation/accept', async ({ body, cookies, context }) => {
      const input = {
        token: new Secret(body.token),
        newPassword: new Secret(body.newPassword),
        deviceTokens: cookies.deviceTokens(),
      }
      const begun = await acceptInvitation(deps, input, context)
      if (isRefused(begun)) return begun
      return enter(deps, cookies, begun)
    }),
  ]
}

/** The browser's session ends, and what was begun takes its place. */
async function enter(
  deps: Parameters<typeof endHeldSession>[0] & Counting,
  cookies: CookieJar,
  begun: Begun,
): Promise<Begun['reply']> {
  await endHeldSession(deps, cookies.get('session'))
  if (begun.kind === 'session') {
    cookies.set('session', begun.token)
    if (begun.deviceTokens) cookies.setDeviceTokens(begun.deviceTokens)
    cookies.clear('attempt')
    deps.countSignIn?.(begun.reply.level)
  } else {
    cookies.set('attempt', begun.token)
    cookies.clear('session')
  }
  return begun.reply
}
