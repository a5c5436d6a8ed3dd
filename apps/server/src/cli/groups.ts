/** `sallyport groups list`, `create` and `delete`. */
import { MEMBERS_COUNTED } from '@sallyport/contract'
import type { AccountId } from '../kernel/ids.ts'
import { isRefused, refuse } from '../kernel/refusal.ts'
import { createGroup } from '../ram-groups/create-group.ts'
import { listGroups } from '../ram-groups/list-groups.ts'
import { removeGroup } from '../ram-groups/remove-group.ts'
import type { World } from '../world.ts'
import { onAccount, operatorContext, tellRefused } from './operate.ts'
import { DONE, type Terminal } from './terminal.ts'

export function listAccountGroups(terminal: Terminal): Promise<number> {
  return onAccount(terminal, 'groups list', async ({ read }, { accountId }) => {
    const groups: { name: string; members: number; comment: string }[] = []
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof listGroups>> = await listGroups(read, accountId, { after })
      groups.push(...page.groups.map(({ name, members, comment }) => ({ name, members, comment })))
      after = page.next
    }
    if (terminal.json) {
      terminal.out(JSON.stringify({ accountId, groups }))
      return DONE
    }
    for (const { name, members, comment } of groups) {
      const counted =
        members >= MEMBERS_COUNTED
          ? `${members} members or more`
          : members === 1
            ? '1 member'
            : `${members} members`
      terminal.out([name, comment === '' ? counted : `${counted}, ${comment}`].join('  '))
    }
    if (groups.length === 0) terminal.err('The account has no groups yet.')
    return DONE
  })
}

export function createAccountGroup(terminal: Terminal): Promise<number> {
  const [, name = ''] = terminal.args
  return onAccount(terminal, 'groups create', async (world, operator) => {
    const made = await createGroup(world, operator, { name }, operatorContext(terminal))
    if (isRefused(made)) return tellRefused(terminal, 'groups create', made)
    const { accountId } = operator
    terminal.out(terminal.json ? JSON.stringify({ group: made.name, accountId }) : made.name)
    return DONE
  })
}

export function deleteAccountGroup(terminal: Terminal): Promise<number> {
  const [, name = ''] = terminal.args
  return onAccount(terminal, 'groups delete', async (world, operator) => {
    const { accountId } = operator
    const group = await findGroup(world, accountId, name)
    const refused =
      group === undefined
        ? refuse('group_not_found')
        : await removeGroup(world, operator, group.groupId, operatorContext(terminal))
    if (refused) return tellRefused(terminal, 'groups delete', refused)
    terminal.out(
      terminal.json ? JSON.stringify({ group: group?.name, accountId }) : `${group?.name} is deleted`,
    )
    return DONE
  })
}

function findGroup({ read }: World, accountId: AccountId, typed: string) {
  return read.groups.findByName(accountId, typed.toLowerCase())
}
