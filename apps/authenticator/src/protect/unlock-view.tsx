/** The lock: opens the vault by whatever ways it has. */
import { Button, Notice } from '@sallyport/ui'
import type { SealedVault } from '@sallyport/vault'
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useVault } from '../vault/vault-context.tsx'
import { AskKey } from './ask-key.tsx'
import { useProtectTexts } from './use-protect-texts.ts'

export function UnlockView({ sealed }: { readonly sealed: SealedVault }) {
  const { unlock: words } = useProtectTexts()
  const { keeper } = useVault()
  const [isKeyGone, setKeyGone] = useState(false)
  const hasDevice = sealed.slots.some((slot) => slot.kind === 'device')

  async function byDevice(): Promise<void> {
    setKeyGone(!(await keeper.openByDevice()))
  }

  return (
    <Frame title={words.heading}>
      {hasDevice && (
        <Button kind="filled" onClick={() => void byDevice()}>
          {words.device}
        </Button>
      )}
      {isKeyGone && <Notice tone="bad">{words.noDeviceKey}</Notice>}
      <AskKey
        slots={sealed.slots}
        labels={{ open: words.open, passkey: words.passkey }}
        quiet={hasDevice}
        autoFocus
        onKey={(key, progress) => keeper.unlock(key, progress)}
      />
    </Frame>
  )
}
