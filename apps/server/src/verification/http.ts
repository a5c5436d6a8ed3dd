/** The door of identity verification. */
import { type Route, route } from '../http/route.ts'
import { isRefused } from '../kernel/refusal.ts'
import { type ProveDeps, proveIdentity } from './prove.ts'
import { type SendVerificationDeps, sendVerification } from './send.ts'
import { type StatusDeps, verificationStatus } from './status.ts'

export function verificationRoutes(deps: StatusDeps & SendVerificationDeps & ProveDeps): readonly Route[] {
  return [
    route('GET /api/verification/:purpose', ({ caller, params }) =>
      verificationStatus(deps, caller, params.purpose),
    ),
    route('POST /api/verification/:purpose/send', ({ caller, params, body, cookies, context }) =>
      sendVerification(deps, caller, { ...params, ...body, deviceToken: cookies.get('device') }, context),
    ),
    route('POST /api/verification/:purpose/prove', async ({ caller, params, body, cookies, context }) => {
      const input = { purpose: params.purpose, given: body, deviceToken: cookies.get('device') }
      const refused = await proveIdentity(deps, caller, input, context)
      return isRefused(refused) ? refused : verificationStatus(deps, caller, params.purpose)
    }),
  ]
}
