/** What every page needs before it knows who is there. */

import type { Configuration } from './configuration.ts'
import { type Route, route } from './http/route.ts'
import { isLoopback } from './read-values.ts'
import type { World } from './world.ts'

export function siteRoutes(world: World): readonly Route[] {
  return [
    route('GET /api/site', async () => ({
      name: world.productName,
      registration: world.mode,
      firstAccount: await world.read.accounts.isEmpty(),
      outbox: {
        mail: world.outboxAllowed && !world.gateways.mail,
        sms: world.outboxAllowed && !world.gateways.sms,
      },
      phone: world.allowedMeans.phone,
      securityQuestions: world.allowedMeans.securityQuestions,
      minimumPasswordLength: world.minimumPasswordLength,
      authenticatorOrigin: authenticatorOrigin(world.configuration),
    })),
  ]
}

/** Null where the app is off, or where a link to it would lead people to their own machine. */
function authenticatorOrigin({ origin, authenticator }: Configuration): string | null {
  if (authenticator === undefined) return null
  return isLoopback(authenticator.origin) && !isLoopback(origin) ? null : authenticator.origin.origin
}
