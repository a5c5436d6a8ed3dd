/** `sallyport mfa reset`: breaks the glass for somebody who lost every second factor. */
import { resetMfa } from '../binding/reset-mfa.ts'
import { isRefused } from '../kernel/refusal.ts'
import { findPrincipal } from './find-principal.ts'
import { operatorContext } from './operate.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

/** The trail names the operator, and the owner is told at every address, by the server when it runs. */
export function resetMfaOf(terminal: Terminal): Promise<number> {
  const [typed = ''] = terminal.args
  return withWorld(terminal, async (world) => {
    const principal = await findPrincipal(world.read, typed, terminal.clock.now())
    const reset = principal && (await resetMfa(world, principal, operatorContext(terminal)))
    if (principal === undefined || reset === undefined || isRefused(reset)) {
      terminal.err(`sallyport mfa reset: nobody signs in as ${typed}`)
      return FAILED
    }
    if (terminal.json) {
      terminal.out(JSON.stringify({ principal: principal.name, accountId: principal.accountId, ...reset }))
      return DONE
    }
    terminal.out(`${principal.name}, account ${principal.accountId}`)
    terminal.out(
      `Removed: ${counted(reset.devices, 'virtual MFA device')}, ${counted(reset.recoveryCodes, 'recovery code')}`,
    )
    terminal.out(
      `Ended: ${counted(reset.sessions, 'session')}; forgotten: ${counted(reset.browsers, 'known browser')}`,
    )
    terminal.out('The next sign-in is by password alone. Every address on file is told.')
    return DONE
  })
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
