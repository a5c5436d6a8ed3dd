/** One act on a user behind a question; says in a bar that it is done. */
import { useToast } from '@sallyport/ui'
import { useNavigate } from 'react-router'
import { useAct } from '../app/use-act.ts'
import { AskDialog } from '../security/ask-dialog.tsx'
import type { User } from './user.ts'

type PlainAct =
  | 'POST /api/ram/users/:id/reset-mfa'
  | 'POST /api/ram/users/:id/suspend'
  | 'POST /api/ram/users/:id/resume'
  | 'POST /api/ram/users/:id/restore'
  | 'DELETE /api/ram/users/:id'

/** `gives` where nothing is taken away; `then` is the page that it leads to; without it one stays. */
export function AskedAct({
  user,
  act,
  open,
  onClose,
  title,
  body,
  verb,
  done,
  gives,
  then,
}: {
  readonly user: User
  readonly act: PlainAct
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly body: string
  readonly verb: string
  readonly done: string
  readonly gives?: boolean
  readonly then?: string | undefined
}) {
  const toast = useToast()
  const navigate = useNavigate()
  const carried = useAct(act, 'manage_users')
  async function yes() {
    if ((await carried.run({ params: { id: user.id } })) === null) return
    onClose()
    toast({ message: done, movesOn: then !== undefined })
    if (then !== undefined) navigate(then)
  }
  return (
    <AskDialog
      open={open}
      onClose={onClose}
      title={title}
      verb={verb}
      gives={gives}
      act={carried}
      onYes={() => void yes()}
    >
      {body}
    </AskDialog>
  )
}
