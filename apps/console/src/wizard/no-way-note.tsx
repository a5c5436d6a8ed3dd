/** Stands in the wizard's first step where nothing is on file that could prove who one is. */
import { Button, Notice } from '@sallyport/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import pages from '../app/pages.module.css'
import { useSignOut } from '../app/sign-out-context.ts'
import { useTexts } from '../text/use-texts.tsx'

/** On wide screens **Sign out** stands in the frame's bar, on narrow ones in a menu, so there it stands here as well. */
export function NoWayNote({ onCancel }: { readonly onCancel?: (() => void) | undefined }) {
  const { wizard, security } = useTexts()
  const words = wizard.verify
  const client = useQueryClient()
  const signOut = useSignOut()
  const [busy, setBusy] = useState(false)
  async function lookAgain() {
    setBusy(true)
    await client.refetchQueries({ queryKey: ['GET /api/verification/:purpose'] })
    setBusy(false)
  }
  return (
    <div className={pages['form']}>
      <Notice tone="warn" title={words.noWayTitle}>
        {words.noWayBody}
      </Notice>
      <div className={pages['actions']}>
        {onCancel !== undefined && <Button onClick={onCancel}>{security.frame.cancel}</Button>}
        <span className={pages['narrowOnly']}>
          <Button busy={signOut.busy} onClick={signOut.run}>
            {security.frame.signOut}
          </Button>
        </span>
        <Button kind="filled" busy={busy} onClick={() => void lookAgain()}>
          {words.lookAgain}
        </Button>
      </div>
    </div>
  )
}
