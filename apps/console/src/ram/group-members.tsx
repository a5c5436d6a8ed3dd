/** The members of a group, each with the way out of it. */
import { outranks } from '@sallyport/contract/permissions'
import { Badge, Button, Card, EmptyState, Skeleton, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { useAct } from '../app/use-act.ts'
import { useFocusAfterRemoval } from '../app/use-focus-after-removal.ts'
import { useMe } from '../app/use-me.ts'
import { AskDialog } from '../security/ask-dialog.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import type { Group } from './group.ts'
import { ListFoot } from './list-foot.tsx'
import { Table } from './table.tsx'
import { useListed } from './use-listed.ts'
import { stateTones, type User } from './user.ts'

/** Nobody takes out who is not below them in rank. */
export function GroupMembers({ group, mayWrite }: { readonly group: Group; readonly mayWrite: boolean }) {
  const { ram } = useTexts()
  const words = ram.groups
  const me = useMe()
  const toast = useToast()
  const takeOut = useAct('DELETE /api/ram/groups/:groupId/members/:id', 'manage_users')
  const [asked, setAsked] = useState<User | null>(null)
  const params = { groupId: group.id }
  const list = useListed(['GET /api/ram/groups/:groupId/members', group.id], async (after) => {
    const query = after === undefined ? {} : { after }
    const answer = await call('GET /api/ram/groups/:groupId/members', { params, query })
    if (!answer.ok) throw answer.refused
    return { rows: answer.value.users, next: answer.value.next }
  })
  useFocusAfterRemoval(list.rows?.length)
  async function yes() {
    if (asked === null || (await takeOut.run({ params: { ...params, id: asked.id } })) === null) return
    setAsked(null)
    toast({ message: words.takenOut(asked.name) })
  }
  if (list.refused !== null) return <AskFault refused={list.refused} onAgain={list.again} />
  if (list.rows === undefined) return <Skeleton height={300} />
  return (
    <>
      {list.rows.length === 0 ? (
        <Card>
          <EmptyState title={words.noMembersTitle}>{mayWrite ? words.noMembersBody : null}</EmptyState>
        </Card>
      ) : (
        <Table
          label={words.membersTable}
          columns={[ram.users.name, ram.users.state, ...(mayWrite ? [words.takeOut] : [])]}
        >
          {list.rows.map((user) => (
            <tr key={user.id}>
              <th scope="row">
                <Link to={`/ram/users/${user.id}`}>{user.name}</Link>
                {user.displayName !== '' && <small>{user.displayName}</small>}
              </th>
              <td>
                <Badge tone={stateTones[user.state]}>{ram.states[user.state]}</Badge>
              </td>
              {mayWrite && (
                <td>
                  {me !== undefined && outranks(me.role, user.role) && (
                    <Button size="small" onClick={() => setAsked(user)}>
                      {words.takeOutUser(user.name)}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </Table>
      )}
      <ListFoot list={list} />
      <AskDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={words.takeOutTitle(asked?.name ?? '')}
        verb={words.takeOut}
        act={takeOut}
        onYes={() => void yes()}
      >
        {words.takeOutBody}
      </AskDialog>
    </>
  )
}
