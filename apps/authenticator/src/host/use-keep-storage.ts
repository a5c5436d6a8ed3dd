/** Asks the browser to keep the vault at the moment when there is something to lose: with the first account. */
import { useEffect, useRef } from 'react'
import { useOpenVault } from '../vault/vault-context.tsx'
import { askToKeep } from './storage.ts'

export function useKeepStorage(): void {
  const count = useOpenVault().content.entries.length
  const before = useRef(count)
  useEffect(() => {
    if (before.current === 0 && count > 0) void askToKeep()
    before.current = count
  }, [count])
}
