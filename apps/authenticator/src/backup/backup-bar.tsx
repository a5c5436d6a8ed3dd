/** The bar that reminds of a backup file: after the first account, and after every fifth that came since. */
import { Button, Notice } from '@sallyport/ui'
import { useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { addedSinceBackup } from '../vault/backed-up.ts'
import { useContent } from '../vault/vault-context.tsx'
import { reminderOf } from './reminder.ts'
import { useBackup } from './use-backup.ts'

/** How many accounts had come when it was put off: a number, and nothing of the vault. */
const PUT_OFF = 'sallyport.backup-put-off'

export function BackupBar() {
  const { backupBar } = useTexts().list
  const content = useContent()
  const backUp = useBackup()
  const [putOffAt, setPutOffAt] = useState(readPutOff)
  const added = addedSinceBackup(content)
  const due = reminderOf(added, content.settings.backedUpAt, putOffAt)
  if (due === undefined) return null

  function putOff(): void {
    setPutOffAt(added)
    writePutOff(added)
  }

  return (
    <Notice
      tone="warn"
      action={
        <>
          <Button size="small" onClick={() => void backUp()}>
            {backupBar.action}
          </Button>
          <Button kind="text" size="small" onClick={putOff}>
            {backupBar.later}
          </Button>
        </>
      }
    >
      {due === 'first' ? backupBar.first(added) : backupBar.more(added)}
    </Notice>
  )
}

function readPutOff(): number | undefined {
  try {
    const kept = Number(localStorage.getItem(PUT_OFF) ?? Number.NaN)
    return Number.isSafeInteger(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function writePutOff(added: number): void {
  try {
    localStorage.setItem(PUT_OFF, String(added))
  } catch {
    // it then lasts as long as the page
  }
}
