/** `sallyport users reset-mfa`: takes every factor off a RAM user, who sets MFA up at the next sign-in. */
import { isRefused } from '../kernel/refusal.ts'
import { resetFactors } from '../ram-users/reset-factors.ts'
import { onUser, operatorContext, tellRefused } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

const VERB = 'users reset-mfa'

/** The trail names the operator. */
export function resetMfaOfUser(terminal: Terminal): Promise<number> {
  return onUser(terminal, VERB, async (world, operator, { accountId, principalId, name }) => {
    const reset = await resetFactors(world, operator, principalId, operatorContext(terminal))
    if (isRefused(reset)) return tellRefused(terminal, VERB, reset)
    if (terminal.json) terminal.out(JSON.stringify({ user: name, accountId, devices: reset.devices }))
    else terminal.out(`${name} has no second factor and sets MFA up at the next sign-in`)
    return DONE
  })
}
