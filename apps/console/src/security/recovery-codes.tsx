/** Ten recovery codes, shown once: to copy, download or print, and a tick box before one goes on. */
import { Button, CheckBox, CopyButton, Heading, VisuallyHidden } from '@sallyport/ui'
import { useId, useState } from 'react'
import { LeaveGuard } from '../app/leave-guard.tsx'
import pages from '../app/pages.module.css'
import { useSite } from '../app/use-site.ts'
import { useTexts } from '../text/use-texts.tsx'
import { codesFile } from './codes-file.ts'
import styles from './recovery-codes.module.css'

/** **Done** can be pressed once the tick box says that the codes are saved; until then leaving is asked about. Printed, the page is the codes alone. */
export function RecoveryCodes({
  codes,
  account,
  onDone,
}: {
  readonly codes: readonly string[]
  /** The sign-in name that the codes belong to, for the sheet and the file. */
  readonly account: string
  readonly onDone: () => void
}) {
  const { security, asks } = useTexts()
  const words = security.recovery
  const site = useSite()
  const title = useId()
  const [saved, setSaved] = useState(false)
  const sheetTitle = words.sheetTitle(account === '' ? (site?.name ?? '') : account)

  function download() {
    const text = codesFile({ title: sheetTitle, place: location.origin, codes, note: words.sheetNote })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    link.download = words.fileName((site?.name ?? 'sallyport').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'))
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }

  return (
    <div className={pages['form']}>
      {!saved && <LeaveGuard title={asks.leaveTitle}>{asks.leaveBody}</LeaveGuard>}
      <div className={styles['sheet']} data-sheet>
        <div className={styles['printed']}>
          <Heading level={2}>{sheetTitle}</Heading>
          <p>
            {site?.name} · {location.origin}
          </p>
        </div>
        <VisuallyHidden>
          <span id={title}>{words.list}</span>
        </VisuallyHidden>
        <ol className={styles['codes']} aria-labelledby={title}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className={styles['printed']}>{words.sheetNote}</p>
      </div>
      <div className={styles['keep']}>
        <CopyButton text={codes.join('\n')} label={words.copy} />
        <Button size="small" onClick={download}>
          {words.download}
        </Button>
        <Button size="small" onClick={() => print()}>
          {words.print}
        </Button>
      </div>
      <div className={styles['finish']}>
        <CheckBox label={words.saved} checked={saved} onChange={setSaved} />
        <Button kind="filled" disabled={!saved} onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  )
}
