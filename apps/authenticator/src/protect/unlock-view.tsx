/** The lock: opens the vault by whatever ways it has. */
import { Button, PasswordField, TextField } from '@sallyport/ui'
import type { OpenProblem, SealedVault, VaultKey } from '@sallyport/vault'
import { type FormEvent, useState } from 'react'
import { Frame } from '../host/frame.tsx'
import { useTexts } from '../text/use-texts.ts'
import { askPasskey } from '../vault/passkey.ts'
import { useVault } from '../vault/vault-context.tsx'
import styles from './protect.module.css'
import { useSlowedTries } from './use-slowed-tries.ts'

export function UnlockView({ sealed }: { readonly sealed: SealedVault }) {
  const { vault } = useTexts()
  const words = vault.unlock
  const { keeper, ports } = useVault()
  const kinds = new Set(sealed.slots.map((slot) => slot.kind))
  const [byRecovery, setByRecovery] = useState(!kinds.has('passphrase') && kinds.has('recovery'))
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const tries = useSlowedTries(ports.now)

  async function open(key: VaultKey): Promise<void> {
    setProgress(0)
    const found: OpenProblem | undefined = await keeper.unlock(key, setProgress)
    setProgress(undefined)
    if (found === undefined) return
    tries.noteWrong()
    setProblem(words.problem[found])
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (progress !== undefined || typed === '') return
    const wait = tries.waitSeconds()
    if (wait > 0) return setProblem(words.wait(wait))
    setProblem(undefined)
    await open(
      byRecovery ? { kind: 'recovery', recoveryKey: typed } : { kind: 'passphrase', passphrase: typed },
    )
  }

  async function byPasskey(): Promise<void> {
    setProblem(undefined)
    for (const slot of sealed.slots) {
      if (slot.kind !== 'passkey') continue
      const output = await askPasskey(slot, ports.random.bytes(32))
      if (output === 'no_prf') setProblem(vault.protect.noPrf)
      else if (output === 'no_answer') setProblem(vault.protect.failed)
      else return open({ kind: 'passkey', credentialId: slot.credentialId, prfOutput: output })
    }
  }

  const takesText = byRecovery ? kinds.has('recovery') : kinds.has('passphrase')
  return (
    <Frame title={words.heading}>
      {kinds.has('device') && (
        <Button kind="filled" onClick={() => void keeper.openByDevice()}>
          {words.device}
        </Button>
      )}
      {kinds.has('passkey') && (
        <Button kind={kinds.has('passphrase') ? 'quiet' : 'filled'} onClick={() => void byPasskey()}>
          {words.passkey}
        </Button>
      )}
      {takesText && (
        <form className={styles['form']} onSubmit={(event) => void submit(event)}>
          {byRecovery ? (
            <TextField
              label={words.recoveryField}
              name="recovery-key"
              value={typed}
              onChange={setTyped}
              error={problem}
              autoComplete="off"
              autoCapitalize="characters"
              mono
            />
          ) : (
            <PasswordField
              label={words.passphrase}
              name="passphrase"
              value={typed}
              onChange={setTyped}
              error={problem}
              autoFocus
            />
          )}
          {progress !== undefined && (
            <progress className={styles['progress']} value={progress} aria-label={words.opening} />
          )}
          <Button kind={kinds.has('device') ? 'quiet' : 'filled'} type="submit" busy={progress !== undefined}>
            {words.open}
          </Button>
        </form>
      )}
      {!takesText && problem !== undefined && <p role="alert">{problem}</p>}
      {!byRecovery && kinds.has('recovery') && (
        <Button
          kind="text"
          onClick={() => {
            setTyped('')
            setProblem(undefined)
            setByRecovery(true)
          }}
        >
          {words.recovery}
        </Button>
      )}
    </Frame>
  )
}
