/** Ends whatever a sign-in opened that its owner knows nothing of, and makes void the password that it was done with. */
import { endAccess } from '../access/renew-session.ts'
import { tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import { BreakOff, orBrokenOff } from '../kernel/break-off.ts'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { NOT_ME_LINK_LIFE } from '../not-me-links/not-me-link.ts'
import type { NotMeDeps } from './deps.ts'
import { findLink, type LiveLink, readLink } from './find-link.ts'

/**
 * All or nothing: sessions and attempts end, known and seen browsers and what is usual are forgotten, an invitation, a
 * bypass code and a device that is being bound go, and the password signs nobody in any more. Bound second factors stay.
 * Pressed again, or by another mail's link, it changes nothing more. The link is good for a new password from then on as
 * long as it was for the press, since nothing else lets its owner in.
 *
 * Refuses: too_many_requests, link_expired.
 */
export async function endAllAccess(
  deps: NotMeDeps,
  token: Secret<string>,
  context: RequestContext,
): Promise<LiveLink | Refused> {
  const found = await findLink(deps, token, context)
  if (isRefused(found)) return found
  const { tokenHash } = found
  return orBrokenOff(
    deps.atomically(async (stores) => {
      const live = await readLink(stores, deps, tokenHash)
      if (live === undefined) throw new BreakOff(refuse('link_expired'))
      const { details } = live
      const now = deps.clock.now()
      if (!(await stores.passwords.makeVoid(details, now))) return live
      await stores.devices.forgetAll(details)
      await stores.usualSignIns.forget(details)
      await stores.invitations.removeAll(details)
      await stores.bypassCodes.remove(details)
      await stores.totp.dropPending(details)
      const ended = await endAccess(stores, details)
      await stores.notMeLinks.prolong(tokenHash, now + NOT_ME_LINK_LIFE)
      await recordEvent(stores, deps.clock, {
        accountId: details.accountId,
        actor: details.principalId,
        subject: details.principalId,
        action: 'access.ended_by_mail',
        outcome: 'succeeded',
        context,
        details: ended,
      })
      await tellOwner(stores, deps, details, { template: 'access_ended' })
      return { ...live, ended: true }
    }),
  )
}
