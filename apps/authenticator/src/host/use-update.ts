/** Whether a newer version of the app waits, and the way to it. */
import { useSyncExternalStore } from 'react'
import { useVault } from '../vault/vault-context.tsx'
import { takeUpdate, updateStore } from './service-worker-client.ts'

export function useUpdate(): { readonly isWaiting: boolean; readonly take: () => void } {
  const { keeper } = useVault()
  const isWaiting = useSyncExternalStore(updateStore.subscribe, updateStore.isWaiting)
  return {
    isWaiting,
    take() {
      void keeper.lock().then(takeUpdate)
    },
  }
}
