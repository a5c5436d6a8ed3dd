/** `sallyport groups add` and `remove`: who is in a group. */
import { isRefused, refuse } from '../kernel/refusal.ts'
import { changeMembers } from '../ram-groups/change-members.ts'
import { findPrincipal } from './find-principal.ts'
import { operatorContext, operatorOf, tellRefused } from './operate.ts'
import { DONE, FAILED, type Run } from './terminal.ts'
import { withWorld } from './with-world.ts'

/** The act of one of these verbs; the user's name says which account. */
export function changeMembersTo(to: 'in' | 'out'): Run {
  const verb = to === 'in' ? 'groups add' : 'groups remove'
  return (terminal) => {
    const [typedGroup = '', typedUser = ''] = terminal.args
    return withWorld(terminal, async (world) => {
      const principal = await findPrincipal(world.read, typedUser, terminal.clock.now())
      if (principal === undefined) {
        terminal.err(`sallyport ${verb}: there is no user ${typedUser}`)
        return FAILED
      }
      const { accountId, principalId: id, name } = principal
      const group = await world.read.groups.findByName(accountId, typedGroup.toLowerCase())
      const changed =
        group === undefined
          ? refuse('group_not_found')
          : await changeMembers(
              world,
              operatorOf(accountId),
              { groupId: group.groupId, id, to },
              operatorContext(terminal),
            )
      if (group === undefined || isRefused(changed))
        return tellRefused(terminal, verb, isRefused(changed) ? changed : refuse('group_not_found'))
      if (terminal.json)
        terminal.out(JSON.stringify({ user: name, accountId, group: group.name, in: to === 'in' }))
      else terminal.out(`${name} is ${to === 'in' ? 'in' : 'not in'} ${group.name}`)
      return DONE
    })
  }
}
