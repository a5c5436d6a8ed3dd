/** Opens what is on disk with the key of what is shown, which may be older. */
import { type OpenVault, openVault, parseSealed } from '@sallyport/vault'
import { countUses, type Use } from './pending-uses.ts'
import type { Kept, VaultStore } from './vault-store.ts'

/** What one write begins with. The key is a copy, which a lock meanwhile does not wipe. */
export type Held = {
  readonly open: OpenVault
  readonly generation: number
  /** Not on disk yet. */
  readonly uses: readonly Use[]
}

/** With the uses counted. Throws where the vault is gone, or where its key no longer opens what is kept. */
export async function openNewest(
  store: VaultStore,
  { open, generation, uses }: Held,
): Promise<{ readonly open: OpenVault; readonly generation: number }> {
  const kept = await store.read()
  if (kept === undefined) throw new Error('the vault is gone')
  const opened = kept.generation === generation ? open : await reopen(kept, open)
  if (opened === undefined) throw new Error('another vault is kept here now')
  return { open: { ...opened, content: countUses(opened.content, uses) }, generation: kept.generation }
}

/** Undefined where the key does not open it. */
export async function reopen(kept: Kept, open: OpenVault): Promise<OpenVault | undefined> {
  const read = parseSealed(kept.file)
  if (!read.ok) return undefined
  const opened = await openVault(read.sealed, { kind: 'master', masterKey: open.masterKey })
  return opened.ok ? opened.open : undefined
}
