/** Empties the bin of what has lain there for long enough, when the vault was opened. */
import { useEffect } from 'react'
import { useOpenVault } from './vault-context.tsx'

export function useBin(): void {
  const { actions } = useOpenVault()
  useEffect(() => {
    // What cannot be written now goes at the next open.
    actions.emptyOldBin().catch(() => undefined)
  }, [actions])
}
