/** `sallyport users suspend`, `resume`, `remove` and `restore`. */
import { isRefused } from '../kernel/refusal.ts'
import { moveUser, type UserMove } from '../ram-users/move-user.ts'
import { onUser, operatorContext, tellRefused } from './operate.ts'
import { DONE, type Run } from './terminal.ts'

/** The act of one of these verbs. */
export function moveBy(move: UserMove): Run {
  const verb = `users ${move}`
  return (terminal) =>
    onUser(terminal, verb, async (world, operator, { accountId, principalId: id, name }) => {
      const moved = await moveUser(world, operator, { id, move }, operatorContext(terminal))
      if (isRefused(moved)) return tellRefused(terminal, verb, moved)
      if (terminal.json) terminal.out(JSON.stringify({ user: name, accountId, state: moved.state }))
      else terminal.out(`${name} is ${moved.state === 'removed' ? 'in the bin' : moved.state}`)
      return DONE
    })
}
