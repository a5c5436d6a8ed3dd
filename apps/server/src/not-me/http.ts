/** The doors of the link "It wasn't me". */
import type { Reply } from '@sallyport/contract'
import { type Route, route } from '../http/route.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import { isRefused } from '../kernel/refusal.ts'
import { Secret } from '../kernel/secret.ts'
import type { NotMeDeps } from './deps.ts'
import { endAllAccess } from './end-all-access.ts'
import { findLink, type LiveLink } from './find-link.ts'
import { setNewPassword } from './set-new-password.ts'

export function notMeRoutes(deps: NotMeDeps): readonly Route[] {
  return [
    route('POST /api/not-me', async ({ body, context }) => {
      const found = await findLink(deps, new Secret(body.token), context)
      return isRefused(found) ? found : describe(found)
    }),
    route('POST /api/not-me/end-access', async ({ body, context }) => {
      const ended = await endAllAccess(deps, new Secret(body.token), context)
      return isRefused(ended) ? ended : describe(ended)
    }),
    route('POST /api/not-me/new-password', ({ body, context }) => {
      const { token, newPassword, oldPassword } = body
      const input = {
        token: new Secret(token),
        newPassword: new Secret(newPassword),
        oldPassword: new Secret(oldPassword),
      }
      return setNewPassword(deps, input, context)
    }),
  ]
}

function describe({ link, standing, ended }: LiveLink): Reply<'POST /api/not-me'> {
  return {
    ended,
    signInName: standing.signInName,
    minimumPasswordLength: standing.minimumPasswordLength,
    browser: link.browser,
    address: link.address,
    signedInAt: toRfc3339(link.signedInAt),
  }
}
