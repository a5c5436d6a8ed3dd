/** `/ram/groups`: the groups of the account, searched by name. */
import { Button, Card, EmptyState, Skeleton, TextField, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAct } from '../app/use-act.ts'
import { useMay } from '../app/use-me.ts'
import { useTexts } from '../text/use-texts.tsx'
import { call } from '../wire/call.ts'
import { MOST_COUNTED } from './group.ts'
import { GroupDialog } from './group-dialog.tsx'
import { ListFoot } from './list-foot.tsx'
import styles from './ram.module.css'
import { Table } from './table.tsx'
import { useListed } from './use-listed.ts'
import { useSettled } from './use-settled.ts'

const SETTLE_MS = 250

/** A new group leads to its page. */
export function GroupsPage() {
  const { ram } = useTexts()
  const words = ram.groups
  const navigate = useNavigate()
  const toast = useToast()
  const mayWrite = useMay('groups.write')
  const create = useAct('POST /api/ram/groups', 'manage_users')
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), SETTLE_MS)
  const list = useListed(['GET /api/ram/groups', search], async (after) => {
    const answer = await call('GET /api/ram/groups', {
      query: { ...(search === '' ? {} : { search }), ...(after === undefined ? {} : { after }) },
    })
    if (!answer.ok) throw answer.refused
    return { rows: answer.value.groups, next: answer.value.next }
  })
  async function submit(body: { name: string; comment: string }) {
    const made = await create.run({ body })
    if (made === null) return
    toast({ message: words.created, movesOn: true })
    navigate(`/ram/groups/${made.id}`)
  }
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={words.title}>{words.lead}</PageHead>
        {mayWrite && (
          <Button kind="filled" onClick={() => setOpen(true)}>
            {words.create}
          </Button>
        )}
      </div>
      <search className={styles['filters']}>
        <div className={styles['wideFilter']}>
          <TextField
            label={words.search}
            name="search"
            type="search"
            autoComplete="off"
            maxLength={64}
            value={typed}
            onChange={setTyped}
            placeholder={words.searchHint}
          />
        </div>
      </search>
      {list.refused !== null && <AskFault refused={list.refused} onAgain={list.again} />}
      {list.rows === undefined && list.refused === null && <Skeleton height={300} />}
      {list.rows?.length === 0 && (
        <Card>
          {search === '' ? (
            <EmptyState title={words.emptyTitle}>{words.emptyBody}</EmptyState>
          ) : (
            <EmptyState
              title={words.nothingTitle}
              action={<Button onClick={() => setTyped('')}>{words.clear}</Button>}
            >
              {words.nothingBody}
            </EmptyState>
          )}
        </Card>
      )}
      {list.rows !== undefined && list.rows.length > 0 && (
        <Table label={words.table} columns={[words.name, words.members, words.comment]}>
          {list.rows.map((group) => (
            <tr key={group.id}>
              <th scope="row">
                <Link to={`/ram/groups/${group.id}`}>{group.name}</Link>
              </th>
              <td className={styles['nowrap']}>{words.memberCount(group.members, MOST_COUNTED)}</td>
              <td className={styles['wraps']}>{group.comment}</td>
            </tr>
          ))}
        </Table>
      )}
      <p className={pages['soft']} role="status">
        {list.rows !== undefined && list.rows.length > 0 && ram.users.shown(list.rows.length)}
      </p>
      <ListFoot list={list} />
      {open && (
        <GroupDialog
          open
          title={words.createTitle}
          verb={words.submit}
          act={create}
          onClose={() => setOpen(false)}
          onSubmit={(body) => void submit(body)}
        />
      )}
    </>
  )
}
