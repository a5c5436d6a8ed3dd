/** Exports a vault as a sealed file of its own: the backup, which other devices open. */
import type { Random } from '../random.ts'
import type { OpenVault } from '../sealed/open-vault.ts'
import { writeSealed } from '../sealed/parse-sealed.ts'
import { newMasterKey, sealVault } from '../sealed/seal-vault.ts'
import type { PassphraseKdf } from '../sealed/sealed-vault.ts'
import type { Progress } from '../sealed/slot-keys.ts'
import { addPassphraseSlot } from '../sealed/slots.ts'

export type SealedExport =
  | { readonly ok: true; readonly file: Uint8Array }
  /** Neither a passphrase nor a recovery key: no other device could open the file. */
  | { readonly ok: false; readonly problem: 'no_portable_slot' }

/**
 * Seals a copy without the ways in that no other device has.
 *
 * @param passphrase the file's own; it then has a master key of its own as well, so that whoever learns this passphrase
 *   opens this file and nothing else. Undefined keeps the passphrases and recovery keys of the vault.
 *
 * Refuses: no_portable_slot.
 */
export async function exportSealed(
  open: OpenVault,
  passphrase: string | undefined,
  ports: { readonly random: Random; readonly progress?: Progress; readonly kdf?: PassphraseKdf },
): Promise<SealedExport> {
  if (passphrase === undefined) {
    const slots = open.slots.filter((slot) => slot.kind === 'passphrase' || slot.kind === 'recovery')
    if (slots.length === 0) return { ok: false, problem: 'no_portable_slot' }
    return { ok: true, file: writeSealed(await sealVault({ ...open, slots }, ports.random)) }
  }
  const copy = { ...open, masterKey: newMasterKey(ports.random), slots: [] }
  const protectedCopy = await addPassphraseSlot(copy, passphrase, ports)
  return { ok: true, file: writeSealed(await sealVault(protectedCopy, ports.random)) }
}
