/** What pages do to the open vault, in the words of its users. */
import {
  addDeviceSlot,
  addPasskeySlot,
  addPassphraseSlot,
  addRecoverySlot,
  type Entry,
  type EntryDraft,
  exportSealed,
  forget,
  makeEntry,
  type OpenVault,
  type PasskeySlot,
  type Progress,
  removeSlot,
  type VaultContent,
  type VaultSettings,
} from '@sallyport/vault'
import type { Ports } from '../host/ports.ts'
import { backedUp } from './backed-up.ts'
import type { VaultKeeper } from './keeper.ts'

const BIN_KEEPS_MS = 30 * 24 * 60 * 60 * 1000

export type VaultActions = {
  /** Resolves once they are on disk. */
  readonly add: (drafts: readonly EntryDraft[]) => Promise<readonly Entry[]>
  readonly change: (id: string, patch: Partial<EntryDraft>) => Promise<void>
  /** In memory; on disk with the next change, or when the page is left. */
  readonly noteUse: (id: string) => void
  /** Moves an HOTP entry on to its next code, on disk before it is shown. */
  readonly nextCounter: (id: string, by?: bigint) => Promise<void>
  /** Into the bin, which keeps them for 30 days. */
  readonly remove: (ids: readonly string[]) => Promise<void>
  readonly restore: (ids: readonly string[]) => Promise<void>
  /** Of what has lain there for 30 days. */
  readonly emptyOldBin: () => Promise<void>
  readonly erase: (ids: readonly string[]) => Promise<void>
  /** Puts one before another; at the end where that is undefined. */
  readonly moveBefore: (id: string, before: string | undefined) => Promise<void>
  readonly changeSettings: (patch: Partial<VaultSettings>) => Promise<void>
  readonly noteBackup: () => Promise<void>
  readonly addPassphrase: (passphrase: string, progress?: Progress) => Promise<void>
  /** Takes another passphrase in the place of one. */
  readonly changePassphrase: (slotId: string, passphrase: string, progress?: Progress) => Promise<void>
  /** The key, to be shown once. */
  readonly addRecoveryKey: () => Promise<string>
  readonly addPasskey: (passkey: NewPasskey) => Promise<void>
  readonly addDevice: () => Promise<void>
  readonly removeWayIn: (slotId: string) => Promise<'last_slot' | 'passkeys_alone' | undefined>
  /** Forgets the key in every page of this origin. */
  readonly lock: () => Promise<void>
  /**
   * The vault as a file for other devices, opened by the passphrase given, or by its own passphrase and recovery key.
   * Throws where it has neither and none is given.
   */
  readonly backupFile: (passphrase: string | undefined, progress?: Progress) => Promise<Uint8Array>
}

type SlotPorts = Parameters<typeof addPassphraseSlot>[2]

export type NewPasskey = Pick<PasskeySlot, 'credentialId' | 'prfSalt' | 'transports' | 'rpId'> & {
  readonly prfOutput: Uint8Array
}

/** @param ports `kdf` for tests alone; otherwise what the vault finds right */
export function vaultActions(
  keeper: VaultKeeper,
  { now, random, kdf }: Ports & Pick<SlotPorts, 'kdf'>,
): VaultActions {
  const slotPorts = (progress: Progress | undefined): SlotPorts => ({
    random,
    ...(progress === undefined ? {} : { progress }),
    ...(kdf === undefined ? {} : { kdf }),
  })
  const edit = (change: (content: VaultContent) => VaultContent): Promise<void> => keeper.change(change)
  const editEntries = (ids: readonly string[], change: (entry: Entry) => Entry): Promise<void> =>
    edit((content) => ({
      ...content,
      entries: content.entries.map((entry) => (ids.includes(entry.id) ? change(entry) : entry)),
    }))
  const editSlots = (change: (open: OpenVault) => Promise<OpenVault>): Promise<void> =>
    keeper.changeVault(change)
  const withPassphrase = (open: OpenVault, passphrase: string, progress?: Progress): Promise<OpenVault> =>
    addPassphraseSlot(open, passphrase, slotPorts(progress))

  return {
    async add(drafts) {
      const entries = drafts.map((draft) => makeEntry(draft, { now: now(), random }))
      await edit((content) => ({
        ...content,
        entries: [...withoutOld(content.entries, now()), ...entries],
      }))
      return entries
    },
    change: (id, patch) => editEntries([id], (entry) => ({ ...entry, ...patch })),
    noteUse: (id) => keeper.noteUse({ id, at: now() }),
    nextCounter: (id, by = 1n) =>
      editEntries([id], (entry) =>
        entry.code.kind === 'hotp'
          ? { ...entry, code: { ...entry.code, counter: entry.code.counter + by } }
          : entry,
      ),
    remove: (ids) => editEntries(ids, (entry) => ({ ...entry, removedAt: now() })),
    restore: (ids) => editEntries(ids, (entry) => ({ ...entry, removedAt: undefined })),
    erase: (ids) =>
      edit((content) => ({
        ...content,
        entries: content.entries.filter((entry) => !ids.includes(entry.id)),
      })),
    emptyOldBin: () =>
      edit((content) => {
        const entries = withoutOld(content.entries, now())
        return entries.length === content.entries.length ? content : { ...content, entries }
      }),
    moveBefore: (id, before) =>
      edit((content) => ({ ...content, entries: moved(content.entries, id, before) })),
    changeSettings: (patch) =>
      edit((content) => ({ ...content, settings: { ...content.settings, ...patch } })),
    noteBackup: () => edit((content) => backedUp(content, now())),
    addPassphrase: (passphrase, progress) => editSlots((open) => withPassphrase(open, passphrase, progress)),
    changePassphrase: (slotId, passphrase, progress) =>
      keeper.changeVault(async (open) => {
        const { slots, ...rest } = await withPassphrase(open, passphrase, progress)
        return { ...rest, slots: slots.filter((slot) => slot.id !== slotId) }
      }, 'dropped'),
    async addRecoveryKey() {
      let key = ''
      await editSlots(async (open) => {
        const made = await addRecoverySlot(open, random)
        key = made.recoveryKey
        return made.open
      })
      return key
    },
    addPasskey: (passkey) => editSlots((open) => addPasskeySlot(open, passkey, random)),
    addDevice: () =>
      editSlots(async (open) => addDeviceSlot(open, await keeper.newDeviceKey(open.id), random)),
    async removeWayIn(slotId) {
      let refused: 'last_slot' | 'passkeys_alone' | undefined
      let leftOfDevice: string | undefined
      await keeper.changeVault(async (open) => {
        const left = removeSlot(open, slotId)
        if (typeof left === 'string') {
          refused = left
          return open
        }
        if (left.slots.every((slot) => slot.kind !== 'device')) leftOfDevice = open.id
        return left
      }, 'dropped')
      if (leftOfDevice !== undefined) await keeper.forgetDeviceKey(leftOfDevice)
      return refused
    },
    lock: () => keeper.lock(),
    async backupFile(passphrase, progress) {
      const state = keeper.state()
      if (state.state !== 'open') throw new Error('the vault is locked')
      // A key of its own, because a lock meanwhile wipes that of the state.
      const open = { ...state.open, masterKey: state.open.masterKey.slice() }
      const made = await exportSealed(open, passphrase, slotPorts(progress))
      forget(open)
      if (!made.ok) throw new Error(made.problem)
      return made.file
    },
  }
}

/** The bin is emptied of what has lain there for long enough. */
function withoutOld(entries: readonly Entry[], now: number): readonly Entry[] {
  return entries.filter((entry) => entry.removedAt === undefined || now - entry.removedAt < BIN_KEEPS_MS)
}

function moved(entries: readonly Entry[], id: string, before: string | undefined): readonly Entry[] {
  const moving = entries.find((entry) => entry.id === id)
  if (moving === undefined || id === before) return entries
  const others = entries.filter((entry) => entry.id !== id)
  const place = others.findIndex((entry) => entry.id === before)
  return place === -1 ? [...others, moving] : others.toSpliced(place, 0, moving)
}
