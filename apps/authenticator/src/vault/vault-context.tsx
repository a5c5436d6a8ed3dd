/** The vault for the pages: its state, and what can be done to it. */
import type { VaultContent } from '@sallyport/vault'
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Ports } from '../host/ports.ts'
import type { VaultKeeper, VaultState } from './keeper.ts'
import { type VaultActions, vaultActions } from './vault-actions.ts'

type Vault = { readonly keeper: VaultKeeper; readonly actions: VaultActions; readonly ports: Ports }

const VaultContext = createContext<Vault | null>(null)

export function VaultProvider({
  keeper,
  ports,
  children,
}: {
  readonly keeper: VaultKeeper
  readonly ports: Ports
  readonly children: ReactNode
}) {
  const vault = useMemo<Vault>(
    () => ({ keeper, ports, actions: vaultActions(keeper, ports) }),
    [keeper, ports],
  )
  return <VaultContext value={vault}>{children}</VaultContext>
}

/** The keeper, for the views that open and lock. */
export function useVault(): Vault {
  const vault = useContext(VaultContext)
  if (vault === null) throw new Error('there is no vault around this part')
  return vault
}

export function useVaultState(): VaultState {
  const { keeper } = useVault()
  return useSyncExternalStore(keeper.subscribe, keeper.state)
}

/** For views that are shown only while the vault is open. */
export function useContent(): VaultContent {
  const state = useVaultState()
  if (state.state !== 'open') throw new Error('this part is shown while the vault is open')
  return state.open.content
}
