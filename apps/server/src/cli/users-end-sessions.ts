/** `sallyport users end-sessions`: signs a RAM user out everywhere. */
import { isRefused } from '../kernel/refusal.ts'
import { endUserSessions } from '../ram-users/end-sessions.ts'
import { onUser, operatorContext, tellRefused } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

const VERB = 'users end-sessions'

/** The trail names the operator. */
export function endSessionsOfUser(terminal: Terminal): Promise<number> {
  return onUser(terminal, VERB, async (world, operator, { accountId, principalId, name }) => {
    const ended = await endUserSessions(world, operator, principalId, operatorContext(terminal))
    if (isRefused(ended)) return tellRefused(terminal, VERB, ended)
    if (terminal.json) terminal.out(JSON.stringify({ user: name, accountId, ended }))
    else
      terminal.out(
        `${name} is signed out everywhere; ${ended === 1 ? '1 session' : `${ended} sessions`} ended`,
      )
    return DONE
  })
}
