/** Makes another recovery key, and shows it once. */
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { FreshUnlock } from '../protect/fresh-unlock.tsx'
import { RecoveryKeyShown } from '../protect/recovery-key-shown.tsx'
import { useProtectTexts } from '../protect/use-protect-texts.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import { useSettingsTexts } from './use-settings-texts.ts'

export function RecoveryStep({ onDone }: { readonly onDone: () => void }) {
  const words = useSettingsTexts()
  const { recovery } = useProtectTexts()
  const { actions } = useOpenVault()
  const [key, setKey] = useState<string>()

  async function make(): Promise<void> {
    setKey(await actions.addRecoveryKey())
  }

  if (key !== undefined)
    return (
      <Frame title={recovery.heading}>
        <RecoveryKeyShown recoveryKey={key} onDone={onDone} />
      </Frame>
    )
  return (
    <Frame title={words.addRecovery} onBack={onDone}>
      <p>{words.addRecoveryWhat}</p>
      <FreshUnlock action={words.addRecovery} onProven={() => void make()} />
    </Frame>
  )
}
