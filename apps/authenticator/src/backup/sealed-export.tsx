/** The backup file: opened by what opens the vault, or by a passphrase of its own. */
import { CheckBox } from '@sallyport/ui'
import { useState } from 'react'
import { AfterFreshUnlock, FreshUnlock } from '../protect/fresh-unlock.tsx'
import { NewPassphrase } from '../protect/new-passphrase.tsx'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { useBackup } from './use-backup.ts'
import { useBackupTexts } from './use-backup-texts.ts'

export function SealedExport() {
  const words = useBackupTexts().export
  const { slots } = useOpenVault()
  const backUp = useBackup()
  const [wantsOwn, setWantsOwn] = useState(false)
  const hasPassphrase = slots.some((slot) => slot.kind === 'passphrase')
  const hasRecovery = slots.some((slot) => slot.kind === 'recovery')
  const needsOwn = !hasPassphrase && !hasRecovery

  return (
    <div className={styles['form']}>
      {needsOwn ? (
        <p>{words.needsOwn}</p>
      ) : (
        <>
          <p>
            {
              words.opensWith[
                hasPassphrase && hasRecovery ? 'both' : hasPassphrase ? 'passphrase' : 'recovery'
              ]
            }
          </p>
          <CheckBox label={words.own} checked={wantsOwn} onChange={setWantsOwn} />
        </>
      )}
      {needsOwn || wantsOwn ? (
        <AfterFreshUnlock>
          <NewPassphrase
            labels={{ field: words.passphrase, repeat: words.repeatPassphrase, submit: words.saveBackup }}
            onChosen={backUp}
          />
        </AfterFreshUnlock>
      ) : (
        <FreshUnlock action={words.saveBackup} onProven={() => void backUp()} />
      )}
    </div>
  )
}
