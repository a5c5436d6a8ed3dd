/** The door of identity verification. */
import { type Route, route } from '../http/route.ts'
import type { Caller } from '../kernel/principal.ts'
import { isRefused, type Refused } from '../kernel/refusal.ts'
import { refuseOwed } from '../standing/refuse-owed.ts'
import { type ProveDeps, proveIdentity } from './prove.ts'
import { type SendVerificationDeps, sendVerification } from './send.ts'
import { type StatusDeps, verificationStatus } from './status.ts'
import type { Purpose } from './verification.ts'

export function verificationRoutes(deps: StatusDeps & SendVerificationDeps & ProveDeps): readonly Route[] {
  return [
    route(
      'GET /api/verification/:purpose',
      async ({ caller, params }) =>
        refuseOther(caller, params.purpose) ?? verificationStatus(deps, caller, params.purpose),
    ),
    route('POST /api/verification/:purpose/send', async ({ caller, params, body, cookies, context }) => {
      const input = { ...params, ...body, deviceTokens: cookies.deviceTokens() }
      return refuseOther(caller, params.purpose) ?? sendVerification(deps, caller, input, context)
    }),
    route('POST /api/verification/:purpose/prove', async ({ caller, params, body, cookies, context }) => {
      const owed = refuseOther(caller, params.purpose)
      if (owed) return owed
      const input = { purpose: params.purpose, given: body, deviceTokens: cookies.deviceTokens() }
      const refused = await proveIdentity(deps, caller, input, context)
      return isRefused(refused) ? refused : verificationStatus(deps, caller, params.purpose)
    }),
  ]
}

/** Who owes the set-up of MFA proves who it is for that alone (security.md 1C, C5). */
function refuseOther({ owes }: Caller, purpose: Purpose): Refused | undefined {
  return owes === 'mfa' && purpose === 'bind_mfa' ? undefined : refuseOwed(owes)
}
