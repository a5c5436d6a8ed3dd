/** `sallyport users list`: the RAM users of an account, in order of name. */
import { userDescriber } from '../ram-users/describe-user.ts'
import { listUsers } from '../ram-users/list-users.ts'
import { onAccount } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

export function listAccountUsers(terminal: Terminal): Promise<number> {
  return onAccount(terminal, 'users list', async (world, { accountId }) => {
    const describe = await userDescriber(world, accountId)
    const users: ReturnType<typeof describe>[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await listUsers(world.read, accountId, { after })
      users.push(...page.users.map(describe))
      after = page.next
    }
    if (terminal.json) {
      terminal.out(JSON.stringify({ accountId, users }))
      return DONE
    }
    for (const { signInName, state, role, devices, password } of users) {
      const told = [
        state,
        devices > 0 ? 'MFA on' : 'no MFA',
        ...(role === 'none' ? [] : [role]),
        ...(password === 'own' ? [] : [`password ${password}`]),
      ]
      terminal.out(`${signInName}  ${told.join(', ')}`)
    }
    if (users.length === 0) terminal.err('The account has no users yet.')
    return DONE
  })
}
