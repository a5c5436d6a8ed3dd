/** Asks for what opens a vault: a passkey, the passphrase, or the recovery key from paper. */
import { Button, Notice } from '@sallyport/ui'
import type { OpenProblem, Progress, Slot, VaultKey } from '@sallyport/vault'
import { useState } from 'react'
import { askPasskey, passkeysHere } from '../vault/passkey.ts'
import { useVault } from '../vault/vault-context.tsx'
import { TypedKey } from './typed-key.tsx'
import { useProtectTexts } from './use-protect-texts.ts'
import { useSlowedTries } from './use-slowed-tries.ts'

export function AskKey({
  slots,
  labels,
  quiet = false,
  autoFocus = false,
  onKey,
}: {
  readonly slots: readonly Slot[]
  readonly labels: { readonly open: string; readonly passkey: string }
  /** Another button is the filled one. */
  readonly quiet?: boolean
  readonly autoFocus?: boolean
  /** @returns what is wrong with the key, or undefined */
  readonly onKey: (key: VaultKey, progress: Progress) => Promise<OpenProblem | undefined>
}) {
  const { protect, unlock: words } = useProtectTexts()
  const { ports } = useVault()
  const kinds = new Set(slots.map((slot) => slot.kind))
  const passkeys = passkeysHere(slots)
  const [byRecovery, setByRecovery] = useState(!kinds.has('passphrase') && passkeys.length === 0)
  const [problem, setProblem] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const tries = useSlowedTries(ports.now)
  const typed = byRecovery ? 'recovery' : 'passphrase'

  async function open(key: VaultKey): Promise<void> {
    setProblem(undefined)
    setProgress(0)
    try {
      const found = await onKey(key, setProgress)
      if (found === undefined) return tries.noteRight()
      if (found === 'wrong' && key.kind !== 'passkey') tries.noteWrong()
      setProblem(found === 'wrong' && key.kind === 'passkey' ? protect.failed : words.problem[found])
    } finally {
      setProgress(undefined)
    }
  }

  async function byPasskey(): Promise<void> {
    setProblem(undefined)
    const answer = await askPasskey(passkeys, ports.random)
    if (answer === 'no_prf') setProblem(protect.noPrf)
    else if (answer === 'no_answer') setProblem(protect.failed)
    else await open({ kind: 'passkey', ...answer })
  }

  return (
    <>
      {passkeys.length > 0 && (
        <Button kind={quiet || kinds.has('passphrase') ? 'quiet' : 'filled'} onClick={() => void byPasskey()}>
          {labels.passkey}
        </Button>
      )}
      {kinds.has(typed) ? (
        <TypedKey
          key={typed}
          kind={typed}
          action={labels.open}
          problem={problem}
          waitSeconds={tries.waitSeconds}
          progress={progress}
          quiet={quiet}
          autoFocus={autoFocus}
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
    </>
  )
}
