/** `sallyport users suspend`, `resume`, `remove` and `restore`. */
import { isRefused } from '../kernel/refusal.ts'
import { moveUser, type UserMove } from '../ram-users/move-user.ts'
import { findPrincipal } from './find-principal.ts'
import { operatorContext, operatorOf, tellRefused } from './operate.ts'
import { DONE, FAILED, type Run } from './terminal.ts'
import { withWorld } from './with-world.ts'

/** The act of one of these verbs. */
export function moveBy(move: UserMove): Run {
  const verb = `users ${move}`
  return (terminal) => {
    const [typed = ''] = terminal.args
    return withWorld(terminal, async (world) => {
      const principal = await findPrincipal(world.read, typed, terminal.clock.now())
      if (principal === undefined) {
        terminal.err(`sallyport ${verb}: there is no user ${typed}`)
        return FAILED
      }
      const { accountId, principalId: id, name } = principal
      const moved = await moveUser(world, operatorOf(accountId), { id, move }, operatorContext(terminal))
      if (isRefused(moved)) return tellRefused(terminal, verb, moved)
      if (terminal.json) terminal.out(JSON.stringify({ user: name, accountId, state: moved.state }))
      else terminal.out(`${name} is ${moved.state === 'removed' ? 'in the bin' : moved.state}`)
      return DONE
    })
  }
}
