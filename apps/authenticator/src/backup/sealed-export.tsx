/** The backup file: opened by what opens the vault, or by a passphrase of its own. */
import { Button, CheckBox } from '@sallyport/ui'
import { useState } from 'react'
import { NewPassphrase } from '../protect/new-passphrase.tsx'
import { useTexts } from '../text/use-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { useBackup } from './use-backup.ts'
import { useBackupTexts } from './use-backup-texts.ts'

export function SealedExport() {
  const words = useBackupTexts().export
  const { failed } = useTexts().list
  const { slots } = useOpenVault()
  const backUp = useBackup()
  const [wantsOwn, setWantsOwn] = useState(false)
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const hasPassphrase = slots.some((slot) => slot.kind === 'passphrase')
  const hasRecovery = slots.some((slot) => slot.kind === 'recovery')
  const needsOwn = !hasPassphrase && !hasRecovery

  async function save(): Promise<void> {
    setState('busy')
    await backUp().then(
      () => setState('ready'),
      () => setState('failed'),
    )
  }

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
        <NewPassphrase
          labels={{ field: words.passphrase, repeat: words.repeatPassphrase, submit: words.saveBackup }}
          onChosen={backUp}
        />
      ) : (
        <div className={styles['start']}>
          <Button kind="filled" busy={state === 'busy'} onClick={() => void save()}>
            {words.saveBackup}
          </Button>
        </div>
      )}
      {state === 'failed' && <p role="alert">{failed}</p>}
    </div>
  )
}
