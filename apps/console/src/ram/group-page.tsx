/** `/ram/groups/:groupId`: one group, what can be done to it, and its members. */
import { Button, Skeleton, useToast } from '@sallyport/ui'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { useMay } from '../app/use-me.ts'
import { AskDialog } from '../security/ask-dialog.tsx'
import { useTexts } from '../text/use-texts.tsx'
import { AddMember } from './add-member.tsx'
import type { Group } from './group.ts'
import { GroupDialog } from './group-dialog.tsx'
import { GroupMembers } from './group-members.tsx'
import styles from './ram.module.css'

/** Who may not write reads it alone. */
export function GroupPage() {
  const { groupId = '' } = useParams()
  const { ram } = useTexts()
  const mayWrite = useMay('groups.write')
  const asked = useAsk('GET /api/ram/groups/:groupId', { params: { groupId } })
  const group = asked.data
  if (group === undefined)
    return asked.error === null ? (
      <Skeleton height={480} />
    ) : (
      <>
        <PageHead title={ram.groups.unknown} />
        <AskFault refused={asked.error} onAgain={() => void asked.refetch()} />
      </>
    )
  return (
    <>
      {group.comment === '' ? (
        <PageHead title={group.name} />
      ) : (
        <PageHead title={group.name}>{group.comment}</PageHead>
      )}
      {mayWrite && <GroupActs group={group} />}
      {mayWrite && <AddMember group={group} />}
      <GroupMembers group={group} mayWrite={mayWrite} />
    </>
  )
}

function GroupActs({ group }: { readonly group: Group }) {
  const words = useTexts().ram.groups
  const toast = useToast()
  const navigate = useNavigate()
  const change = useAct('PATCH /api/ram/groups/:groupId', 'manage_users')
  const remove = useAct('DELETE /api/ram/groups/:groupId', 'manage_users')
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const params = { groupId: group.id }
  async function save(body: { name: string; comment: string }) {
    if ((await change.run({ params, body })) === null) return
    setOpen(null)
    toast({ message: words.saved })
  }
  async function yes() {
    if ((await remove.run({ params })) === null) return
    toast({ message: words.removed, movesOn: true })
    navigate('/ram/groups')
  }
  return (
    <div className={styles['acts']}>
      <Button onClick={() => setOpen('change')}>{words.change}</Button>
      <Button kind="danger" onClick={() => setOpen('remove')}>
        {words.remove}
      </Button>
      {open === 'change' && (
        <GroupDialog
          open
          title={words.changeTitle}
          verb={words.save}
          group={group}
          act={change}
          onClose={() => setOpen(null)}
          onSubmit={(body) => void save(body)}
        />
      )}
      <AskDialog
        open={open === 'remove'}
        onClose={() => setOpen(null)}
        title={words.removeTitle(group.name)}
        verb={words.remove}
        act={remove}
        onYes={() => void yes()}
      >
        {words.removeBody}
      </AskDialog>
    </div>
  )
}
