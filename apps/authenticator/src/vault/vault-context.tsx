/** The vault for the pages: its state, and what can be done to it. */
import type { SealedProblem, SealedVault, Slot, VaultContent } from '@sallyport/vault'
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Ports } from '../host/ports.ts'
import type { VaultKeeper } from './keeper.ts'
import { type VaultActions, vaultActions } from './vault-actions.ts'

/** What every view may use, whatever the vault's state. */
type Around = { readonly keeper: VaultKeeper; readonly actions: VaultActions; readonly ports: Ports }

export type Vault = Around &
  (
    | { readonly state: 'loading' }
    /** There has never been a vault here. */
    | { readonly state: 'empty' }
    /** What is kept cannot be read, and is left as it is; `older` says whether a generation before may be. */
    | { readonly state: 'damaged'; readonly problem: SealedProblem; readonly older: boolean }
    | { readonly state: 'locked'; readonly sealed: SealedVault; readonly slots: readonly Slot[] }
    | { readonly state: 'open'; readonly content: VaultContent; readonly slots: readonly Slot[] }
  )

const VaultContext = createContext<Around | null>(null)

export function VaultProvider({
  keeper,
  ports,
  children,
}: {
  readonly keeper: VaultKeeper
  readonly ports: Ports
  readonly children: ReactNode
}) {
  const around = useMemo<Around>(
    () => ({ keeper, ports, actions: vaultActions(keeper, ports) }),
    [keeper, ports],
  )
  return <VaultContext value={around}>{children}</VaultContext>
}

/** The vault as it is now; draws again when it changes, here or in another page. */
export function useVault(): Vault {
  const around = useContext(VaultContext)
  if (around === null) throw new Error('there is no vault around this part')
  const { keeper } = around
  const now = useSyncExternalStore(keeper.subscribe, keeper.state)
  if (now.state === 'open') {
    return { ...around, state: 'open', content: now.open.content, slots: now.open.slots }
  }
  if (now.state === 'locked') return { ...around, ...now, slots: now.sealed.slots }
  return { ...around, ...now }
}

/** For views that are shown only while the vault is open. */
export function useOpenVault(): Vault & { readonly state: 'open' } {
  const vault = useVault()
  if (vault.state !== 'open') throw new Error('this part is shown while the vault is open')
  return vault
}

export function useContent(): VaultContent {
  return useOpenVault().content
}
