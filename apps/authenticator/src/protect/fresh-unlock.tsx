/** Asks again for what opens the vault, before a key leaves it or something else comes to open it. */
import { Button } from '@sallyport/ui'
import {
  forget,
  type OpenProblem,
  openVault,
  type Progress,
  sealVault,
  type VaultKey,
} from '@sallyport/vault'
import { type ReactNode, useState } from 'react'
import { useOpenVault } from '../vault/vault-context.tsx'
import { AskKey } from './ask-key.tsx'
import { canAsk } from './can-ask.ts'
import styles from './protect.module.css'
import { useProtectTexts } from './use-protect-texts.ts'

/** The button `action`, behind any of the vault's ways in; by itself where there is nothing to ask for. */
export function FreshUnlock({
  action,
  onProven,
}: {
  readonly action: string
  readonly onProven: () => void
}) {
  const words = useProtectTexts().fresh
  const { keeper, ports, slots } = useOpenVault()
  const [round, setRound] = useState(0)

  async function prove(key: VaultKey, progress: Progress): Promise<OpenProblem | undefined> {
    const state = keeper.state()
    if (state.state !== 'open') return 'no_such_slot'
    const opened = await openVault(await sealVault(state.open, ports.random), key, progress)
    if (!opened.ok) return opened.problem
    forget(opened.open)
    // What was typed is not left in its field.
    setRound(round + 1)
    onProven()
    return undefined
  }

  if (!canAsk(slots))
    return (
      <div className={styles['start']}>
        <Button onClick={onProven}>{action}</Button>
      </div>
    )
  return (
    <div className={styles['form']}>
      <p className={styles['soft']}>{words.lead}</p>
      <AskKey
        key={round}
        slots={slots}
        labels={{ open: action, passkey: words.passkey(action) }}
        onKey={prove}
      />
    </div>
  )
}

/** Shows what is in it after a fresh unlock, or at once where there is nothing to ask for. */
export function AfterFreshUnlock({ children }: { readonly children: ReactNode }) {
  const words = useProtectTexts().fresh
  const { slots } = useOpenVault()
  const [isProven, setProven] = useState(() => !canAsk(slots))
  return isProven ? children : <FreshUnlock action={words.goOn} onProven={() => setProven(true)} />
}
