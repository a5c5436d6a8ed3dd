/** The doors of creating an account. */
import { type Route, route } from '../http/route.ts'
import { isRefused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import { endHeldSession } from '../sessions/end-held-session.ts'
import { beginRegistration, sendRegistrationCode } from './begin.ts'
import type { RegistrationDeps } from './deps.ts'
import { findRegistration } from './find-registration.ts'
import { finishRegistration } from './finish.ts'

export function registrationRoutes(deps: RegistrationDeps): readonly Route[] {
  return [
    route('POST /api/register', async ({ body, cookies, context }) => {
      const setUpToken = body.setUpToken === undefined ? undefined : new Secret(body.setUpToken)
      const begun = await beginRegistration(
        deps,
        { email: body.email, password: new Secret(body.password), setUpToken },
        context,
      )
      if (isRefused(begun)) return begun
      cookies.set('registration', begun.token)
      return begun.reply
    }),
    route('POST /api/register/resend', async ({ cookies, context }) => {
      const registration = await findRegistration(deps, cookies.get('registration'))
      if (isRefused(registration)) return registration
      return sendRegistrationCode(deps, registration, context)
    }),
    route('POST /api/register/verify', async ({ body, cookies, context }) => {
      const input = {
        registrationToken: cookies.get('registration'),
        deviceTokens: cookies.deviceTokens(),
        code: body.code,
      }
      const finished = await finishRegistration(deps, input, context)
      if (isRefused(finished)) return finished
      await endHeldSession(deps, cookies.get('session'))
      cookies.set('session', finished.token)
      cookies.setDeviceTokens(finished.deviceTokens)
      cookies.clear('registration')
      cookies.clear('attempt')
      return finished.reply
    }),
  ]
}
