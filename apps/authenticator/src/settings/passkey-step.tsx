/** Adds a passkey to what opens the vault. */
import { Button, Notice } from '@sallyport/ui'
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useToast } from '../host/use-toast.ts'
import { AfterFreshUnlock } from '../protect/fresh-unlock.tsx'
import { useProtectTexts } from '../protect/use-protect-texts.ts'
import { useTexts } from '../text/use-texts.ts'
import { makePasskey } from '../vault/passkey.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './settings.module.css'
import { useSettingsTexts } from './use-settings-texts.ts'

export function PasskeyStep({ onDone }: { readonly onDone: () => void }) {
  const words = useSettingsTexts()
  const { protect } = useProtectTexts()
  const { app } = useTexts().vault
  const { actions, ports } = useOpenVault()
  const toast = useToast()
  const [problem, setProblem] = useState<string>()

  async function add(): Promise<void> {
    setProblem(undefined)
    const passkey = await makePasskey(app, ports)
    if (passkey === 'no_answer') return setProblem(protect.failed)
    if (passkey === 'no_prf') return setProblem(protect.noPrf)
    await actions.addPasskey(passkey)
    toast({ message: words.wayAdded(words.wayNames.passkey) })
    onDone()
  }

  return (
    <Frame title={words.addPasskey} onBack={onDone}>
      <p>{words.addPasskeyWhat}</p>
      {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
      <AfterFreshUnlock>
        <div className={styles['acts']}>
          {/* A press of its own: browsers answer a passkey's making only soon after one. */}
          <Button kind="filled" onClick={() => void add()}>
            {words.addPasskey}
          </Button>
        </div>
      </AfterFreshUnlock>
    </Frame>
  )
}
