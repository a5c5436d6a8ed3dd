/** The first open: what shall open the codes from now on. */

import { Button, Notice } from '@sallyport/ui'
import {
  addDeviceSlot,
  addPasskeySlot,
  addPassphraseSlot,
  addRecoverySlot,
  createVault,
} from '@sallyport/vault'
import { type ReactNode, useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useView } from '../host/view.ts'
import { useTexts } from '../text/use-texts.ts'
import { hasPasskeys, makePasskey } from '../vault/passkey.ts'
import { useVault } from '../vault/vault-context.tsx'
import { NewPassphrase } from './new-passphrase.tsx'
import styles from './protect.module.css'
import { RecoveryKeyShown } from './recovery-key-shown.tsx'
import { useProtectTexts } from './use-protect-texts.ts'

/** A passkey is never the only way in: a recovery key is made with it, and shown before anything else. */
export function ProtectView() {
  const { vault } = useTexts()
  const { protect: words, recovery } = useProtectTexts()
  const { keeper, ports } = useVault()
  const { go } = useView()
  const [step, setStep] = useState<'choose' | 'passphrase'>('choose')
  const [made, setMade] = useState<{ readonly key: string; readonly finish: () => Promise<void> }>()
  const [failed, setFailed] = useState<string>()

  async function byPasskey(): Promise<void> {
    setFailed(undefined)
    const passkey = await makePasskey(vault.app, ports)
    if (passkey === 'no_answer') return setFailed(words.failed)
    if (passkey === 'no_prf') return setFailed(words.noPrf)
    // Kept only once the recovery key was shown and taken note of: a page that is closed before has made no vault.
    const withPasskey = await addPasskeySlot(createVault(ports.random), passkey, ports.random)
    const { open, recoveryKey } = await addRecoverySlot(withPasskey, ports.random)
    setMade({ key: recoveryKey, finish: () => keeper.adopt(open) })
  }

  if (made !== undefined)
    return (
      <Frame title={recovery.heading}>
        <RecoveryKeyShown recoveryKey={made.key} onDone={made.finish} />
      </Frame>
    )
  if (step === 'passphrase')
    return (
      <Frame title={words.passphrase} onBack={() => setStep('choose')}>
        <NewPassphrase
          onChosen={(passphrase, progress) =>
            keeper.create((open) => addPassphraseSlot(open, passphrase, { random: ports.random, progress }))
          }
        />
      </Frame>
    )
  return (
    <Frame title={words.heading}>
      <p>{words.lead}</p>
      {failed !== undefined && <Notice tone="bad">{failed}</Notice>}
      <div className={styles['ways']}>
        {hasPasskeys() ? (
          <Way what={words.passkeyWhat}>
            <Button kind="filled" onClick={() => void byPasskey()}>
              {words.passkey}
            </Button>
          </Way>
        ) : (
          <p className={styles['soft']}>{words.passkeyNotHere}</p>
        )}
        <Way what={words.passphraseWhat}>
          <Button onClick={() => setStep('passphrase')}>{words.passphrase}</Button>
        </Way>
        <Way what={words.noneWhat}>
          <Button
            onClick={() =>
              void keeper.create(async (open) =>
                addDeviceSlot(open, await keeper.newDeviceKey(open.id), ports.random),
              )
            }
          >
            {words.none}
          </Button>
        </Way>
      </div>
      <Button kind="text" onClick={() => go({ name: 'restore' })}>
        {words.restore}
      </Button>
    </Frame>
  )
}

function Way({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <div className={styles['way']}>
      {children}
      <p>{what}</p>
    </div>
  )
}
