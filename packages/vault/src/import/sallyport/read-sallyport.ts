/** Reads a sealed vault of this program, as a backup or from another device. */
import type { Entry } from '../../entry/entry.ts'
import { openVault } from '../../sealed/open-vault.ts'
import { parseSealed } from '../../sealed/parse-sealed.ts'
import type { SealedVault } from '../../sealed/sealed-vault.ts'
import { passwordNeeded, passwordWrong, readingOf, refused } from '../collect-entries.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'

/** @param password a passphrase of the vault, or its recovery key in any spelling */
export async function readSallyport(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const parsed = parseSealed(bytes)
  if (!parsed.ok)
    return refused('sallyport', parsed.problem === 'damaged' ? 'file_damaged' : 'format_unknown')
  const { slots } = parsed.sealed
  if (!slots.some(({ kind }) => kind === 'passphrase' || kind === 'recovery'))
    return refused('sallyport', 'bound_to_account')
  if (password === undefined) return passwordNeeded('sallyport')
  const opening = await openByEither(parsed.sealed, password)
  if (opening.ok) {
    // A copy: the vault is read and not kept open.
    opening.open.masterKey.fill(0)
    return readingOf('sallyport', opening.open.content.entries.map(importedOf))
  }
  const { problem } = opening
  return problem === 'wrong' || problem === 'no_such_slot'
    ? passwordWrong('sallyport')
    : refused('sallyport', problem === 'damaged' ? 'file_damaged' : problem)
}

/** A recovery key costs nothing to try; a passphrase may look like one. */
async function openByEither(sealed: SealedVault, password: string): ReturnType<typeof openVault> {
  const byRecoveryKey = await openVault(sealed, { kind: 'recovery', recoveryKey: password })
  const isTried =
    byRecoveryKey.ok || (byRecoveryKey.problem !== 'wrong' && byRecoveryKey.problem !== 'no_such_slot')
  return isTried ? byRecoveryKey : openVault(sealed, { kind: 'passphrase', passphrase: password })
}

/** The other vault's own marks, such as how often a code was used, stay behind. */
function importedOf(entry: Entry) {
  const { issuer, account, secret, code, tags, letter, note, pinned, removedAt } = entry
  const draft = { issuer, account, secret, code, tags, letter, note, pinned }
  return { draft, removed: removedAt !== undefined, needsPin: false }
}
