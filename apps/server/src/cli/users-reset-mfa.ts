/** `sallyport users reset-mfa`: takes every factor off a RAM user, who sets MFA up at the next sign-in. */
import { isRefused } from '../kernel/refusal.ts'
import { resetFactors } from '../ram-users/reset-factors.ts'
import { findPrincipal } from './find-principal.ts'
import { operatorContext, operatorOf, tellRefused } from './operate.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

const VERB = 'users reset-mfa'

/** The trail names the operator. */
export function resetMfaOfUser(terminal: Terminal): Promise<number> {
  const [typed = ''] = terminal.args
  return withWorld(terminal, async (world) => {
    const principal = await findPrincipal(world.read, typed, terminal.clock.now())
    if (principal === undefined) {
      terminal.err(`sallyport ${VERB}: there is no user ${typed}`)
      return FAILED
    }
    const { accountId, principalId, name } = principal
    const reset = await resetFactors(world, operatorOf(accountId), principalId, operatorContext(terminal))
    if (isRefused(reset)) return tellRefused(terminal, VERB, reset)
    if (terminal.json) terminal.out(JSON.stringify({ user: name, accountId, devices: reset.devices }))
    else terminal.out(`${name} has no second factor and sets MFA up at the next sign-in`)
    return DONE
  })
}
