/** The lock: opens the vault by whatever ways it has. */
import { Button, Notice } from '@sallyport/ui'
import type { SealedVault, VaultKey } from '@sallyport/vault'
import { useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { askPasskey, passkeysHere } from '../vault/passkey.ts'
import { useVault } from '../vault/vault-context.tsx'
import { TypedKey } from './typed-key.tsx'
import { useProtectTexts } from './use-protect-texts.ts'
import { useSlowedTries } from './use-slowed-tries.ts'

export function UnlockView({ sealed }: { readonly sealed: SealedVault }) {
  const { protect, unlock: words } = useProtectTexts()
  const { keeper, ports } = useVault()
  const kinds = new Set(sealed.slots.map((slot) => slot.kind))
  const passkeys = passkeysHere(sealed.slots)
  const [byRecovery, setByRecovery] = useState(!kinds.has('passphrase') && passkeys.length === 0)
  const [problem, setProblem] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const tries = useSlowedTries(ports.now)
  const typed = byRecovery ? 'recovery' : 'passphrase'

  async function open(key: VaultKey): Promise<void> {
    setProblem(undefined)
    setProgress(0)
    const found = await keeper.unlock(key, setProgress)
    setProgress(undefined)
    if (found === undefined) return tries.noteRight()
    if (found === 'wrong' && key.kind !== 'passkey') tries.noteWrong()
    setProblem(found === 'wrong' && key.kind === 'passkey' ? protect.failed : words.problem[found])
  }

  async function byPasskey(): Promise<void> {
    setProblem(undefined)
    const answer = await askPasskey(passkeys, ports.random)
    if (answer === 'no_prf') setProblem(protect.noPrf)
    else if (answer === 'no_answer') setProblem(protect.failed)
    else await open({ kind: 'passkey', ...answer })
  }

  async function byDevice(): Promise<void> {
    if (!(await keeper.openByDevice())) setProblem(words.noDeviceKey)
  }

  return (
    <Frame title={words.heading}>
      {kinds.has('device') && (
        <Button kind="filled" onClick={() => void byDevice()}>
          {words.device}
        </Button>
      )}
      {passkeys.length > 0 && (
        <Button
          kind={kinds.has('device') || kinds.has('passphrase') ? 'quiet' : 'filled'}
          onClick={() => void byPasskey()}
        >
          {words.passkey}
        </Button>
      )}
      {kinds.has(typed) ? (
        <TypedKey
          key={typed}
          kind={typed}
          problem={problem}
          waitSeconds={tries.waitSeconds}
          progress={progress}
          quiet={kinds.has('device')}
          onTyped={open}
        />
      ) : (
        problem !== undefined && <Notice tone="bad">{problem}</Notice>
      )}
      {(byRecovery ? kinds.has('passphrase') : kinds.has('recovery')) && (
        <Button
          kind="text"
          onClick={() => {
            setProblem(undefined)
            setByRecovery(!byRecovery)
          }}
        >
          {byRecovery ? words.passphraseInstead : words.recovery}
        </Button>
      )}
    </Frame>
  )
}
