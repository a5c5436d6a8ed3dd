/** The bar that reminds of a backup file: after the first account, and after every fifth that came since. */
import { Button, Notice } from '@sallyport/ui'
import { useState } from 'react'
import { useTexts } from '../text/use-texts.ts'
import { useContent } from '../vault/vault-context.tsx'
import { reminderOf } from './reminder.ts'
import { useBackup } from './use-backup.ts'

/** How many accounts had come when it was put off: a number, and nothing of the vault. */
const PUT_OFF = 'sallyport.backup-put-off'

export function BackupBar() {
  const { backupBar } = useTexts().list
  const { entries, settings } = useContent()
  const backUp = useBackup()
  const [putOffAt, setPutOffAt] = useState(readPutOff)
  const [busy, setBusy] = useState(false)
  const live = entries.filter((entry) => entry.removedAt === undefined).length
  const due = reminderOf(settings, live, putOffAt)
  if (due === undefined) return null

  function putOff(): void {
    setPutOffAt(settings.addedSinceBackup)
    writePutOff(settings.addedSinceBackup)
  }

  async function save(): Promise<void> {
    setBusy(true)
    try {
      await backUp()
    } finally {
      setBusy(false)
    }
  }

  return (
    <Notice
      tone="warn"
      action={
        <>
          <Button size="small" busy={busy} onClick={() => void save()}>
            {backupBar.action}
          </Button>
          <Button kind="text" size="small" onClick={putOff}>
            {backupBar.later}
          </Button>
        </>
      }
    >
      {due === 'first' ? backupBar.first(live) : backupBar.more(settings.addedSinceBackup)}
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
