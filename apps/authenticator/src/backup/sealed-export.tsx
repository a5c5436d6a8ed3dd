/** The backup file: opened by what opens the vault, or by a passphrase of its own. */
import { Button, CheckBox } from '@sallyport/ui'
import { useState } from 'react'
import { AfterFreshUnlock } from '../protect/fresh-unlock.tsx'
import { NewPassphrase } from '../protect/new-passphrase.tsx'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { fileOpeners } from './file-openers.ts'
import { useBackup } from './use-backup.ts'
import { useBackupTexts } from './use-backup-texts.ts'

export function SealedExport() {
  const words = useBackupTexts().export
  const { slots } = useOpenVault()
  const backUp = useBackup()
  const [wantsOwn, setWantsOwn] = useState(false)
  const openers = fileOpeners(slots)

  return (
    <div className={styles['form']}>
      {openers === undefined ? (
        <p>{words.needsOwn}</p>
      ) : (
        <>
          <p>{words.opensWith[openers]}</p>
          <CheckBox label={words.own} checked={wantsOwn} onChange={setWantsOwn} />
        </>
      )}
      {openers === undefined || wantsOwn ? (
        <AfterFreshUnlock>
          <NewPassphrase
            labels={{ field: words.passphrase, repeat: words.repeatPassphrase, submit: words.saveBackup }}
            onChosen={backUp}
          />
        </AfterFreshUnlock>
      ) : (
        <div className={styles['start']}>
          <Button kind="filled" onClick={() => void backUp()}>
            {words.saveBackup}
          </Button>
        </div>
      )}
    </div>
  )
}
