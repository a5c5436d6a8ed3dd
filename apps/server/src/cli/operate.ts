/** How the operator acts on an account: by its name, in the trail as the operator, and never through a session. */
import { refusals } from '@sallyport/contract'
import { type AccountId, newId } from '../kernel/ids.ts'
import type { RequestContext } from '../kernel/principal.ts'
import type { Refused } from '../kernel/refusal.ts'
import type { Operator } from '../ram-users/act-on-user.ts'
import type { World } from '../world.ts'
import { findPrincipal, type NamedPrincipal } from './find-principal.ts'
import { findAccount } from './read-policy.ts'
import { FAILED, type Terminal } from './terminal.ts'
import { withWorld } from './with-world.ts'

/** In the trail's words, where the act came from. */
export function operatorContext(terminal: Terminal): RequestContext {
  return { requestId: newId('msg', terminal.random), address: '', browser: 'command line' }
}

/** Says why it was refused, in the sentence that a person is told anywhere. */
export function tellRefused(terminal: Terminal, verb: string, { refused }: Refused): number {
  terminal.err(`sallyport ${verb}: ${refusals[refused].sentence}`)
  return FAILED
}

/** Runs `work` on the account that the first word after the verb names. */
export function onAccount(
  terminal: Terminal,
  verb: string,
  work: (world: World, operator: Operator) => Promise<number>,
): Promise<number> {
  const [typed = ''] = terminal.args
  return withWorld(terminal, async (world) => {
    const accountId = await findAccount(world.read, typed)
    if (accountId === undefined) {
      terminal.err(`sallyport ${verb}: there is no account ${typed}`)
      return FAILED
    }
    return work(world, operatorOf(accountId))
  })
}

/** Runs `work` on the user whom the first word after the verb names. */
export function onUser(
  terminal: Terminal,
  verb: string,
  work: (world: World, operator: Operator, user: NamedPrincipal) => Promise<number>,
): Promise<number> {
  const [typed = ''] = terminal.args
  return withWorld(terminal, async (world) => {
    const user = await findPrincipal(world.read, typed, terminal.clock.now())
    if (user === undefined) {
      terminal.err(`sallyport ${verb}: there is no user ${typed}`)
      return FAILED
    }
    return work(world, operatorOf(user.accountId), user)
  })
}

export function operatorOf(accountId: AccountId): Operator {
  return { kind: 'operator', accountId, principalId: 'operator', role: 'owner' }
}
