/** Asks again for what opens the vault, before a key leaves it in clear. */
import { Button, PasswordField } from '@sallyport/ui'
import { forget, openVault, sealVault, type VaultKey } from '@sallyport/vault'
import { type FormEvent, useState } from 'react'
import { useSlowedTries } from '../protect/use-slowed-tries.ts'
import { askPasskey, passkeysHere } from '../vault/passkey.ts'
import { useOpenVault } from '../vault/vault-context.tsx'
import styles from './backup.module.css'
import { useBackupTexts } from './use-backup-texts.ts'

/**
 * The button `action`, behind the passphrase where there is one, else behind the passkey. Where the browser opens the
 * vault without asking, or only a key on paper would, there is nothing fresh to ask for.
 */
export function FreshUnlock({
  action,
  onProven,
}: {
  readonly action: string
  readonly onProven: () => void
}) {
  const words = useBackupTexts().prove
  const { keeper, ports, slots } = useOpenVault()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [progress, setProgress] = useState<number>()
  const tries = useSlowedTries(ports.now)
  const passkeys = passkeysHere(slots)
  const byPassphrase = slots.some((slot) => slot.kind === 'passphrase')

  async function opens(key: VaultKey): Promise<boolean> {
    const state = keeper.state()
    if (state.state !== 'open') return false
    const opened = await openVault(await sealVault(state.open, ports.random), key, setProgress)
    if (opened.ok) forget(opened.open)
    return opened.ok
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (progress !== undefined || tries.waitSeconds > 0 || typed === '') return
    setProblem(undefined)
    setProgress(0)
    const isRight = await opens({ kind: 'passphrase', passphrase: typed })
    setProgress(undefined)
    if (isRight) {
      tries.noteRight()
      setTyped('')
      return onProven()
    }
    tries.noteWrong()
    setProblem(words.wrong)
  }

  async function byPasskey(): Promise<void> {
    setProblem(undefined)
    const answer = await askPasskey(passkeys, ports.random)
    const isRight = typeof answer === 'object' && (await opens({ kind: 'passkey', ...answer }))
    setProgress(undefined)
    if (isRight) onProven()
    else setProblem(words.noPasskey)
  }

  if (byPassphrase) {
    const wait = tries.waitSeconds > 0 ? words.wait(tries.waitSeconds) : undefined
    const error = [problem, wait].filter((part) => part !== undefined).join(' ')
    return (
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <PasswordField
          label={words.passphrase}
          name="passphrase"
          value={typed}
          onChange={setTyped}
          description={words.lead}
          error={error === '' ? undefined : error}
        />
        {progress !== undefined && (
          <progress className={styles['progress']} value={progress} aria-label={words.checking} />
        )}
        <div className={styles['start']}>
          <Button type="submit" busy={progress !== undefined}>
            {action}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <div className={styles['form']}>
      <div className={styles['start']}>
        {passkeys.length > 0 ? (
          <Button onClick={() => void byPasskey()}>{words.passkey(action)}</Button>
        ) : (
          <Button onClick={onProven}>{action}</Button>
        )}
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </div>
  )
}
