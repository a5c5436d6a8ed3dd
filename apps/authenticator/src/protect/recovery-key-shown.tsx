/** Shows a new recovery key, the only time that anybody sees it. */
import { Button, CheckBox, CopyButton } from '@sallyport/ui'
import { useState } from 'react'
import styles from './protect.module.css'
import { useProtectTexts } from './use-protect-texts.ts'

export function RecoveryKeyShown({
  recoveryKey,
  onDone,
}: {
  readonly recoveryKey: string
  readonly onDone: () => Promise<void> | void
}) {
  const words = useProtectTexts().recovery
  const [saved, setSaved] = useState(false)
  return (
    <>
      <p>{words.lead}</p>
      <fieldset className={styles['key']} aria-label={words.label}>
        {recoveryKey}
      </fieldset>
      <div>
        <CopyButton text={recoveryKey} label={words.copy} />
      </div>
      <CheckBox label={words.saved} checked={saved} onChange={setSaved} />
      <Button kind="filled" disabled={!saved} onClick={() => void onDone()}>
        {words.done}
      </Button>
    </>
  )
}
