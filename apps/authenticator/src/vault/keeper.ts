/** Keeps the one vault of this browser: opens, changes, locks it, and never loses what another page wrote. */
import {
  createVault,
  forget,
  type OpenProblem,
  type OpenVault,
  openVault,
  type Progress,
  parseSealed,
  type SealedProblem,
  type SealedVault,
  sealVault,
  type VaultContent,
  type VaultKey,
  writeSealed,
} from '@sallyport/vault'
import type { Ports } from '../host/ports.ts'
import type { Kept, VaultStore } from './vault-store.ts'

/** What the page shows. */
export type VaultState =
  | { readonly state: 'loading' }
  /** There has never been a vault here. */
  | { readonly state: 'empty' }
  /** What is kept cannot be read. It is left as it is; `older` says whether a generation before can be. */
  | { readonly state: 'damaged'; readonly problem: SealedProblem; readonly older: boolean }
  | { readonly state: 'locked'; readonly sealed: SealedVault }
  | { readonly state: 'open'; readonly open: OpenVault }

export class VaultKeeper {
  readonly #store: VaultStore
  readonly #ports: Ports
  readonly #listeners = new Set<() => void>()
  #state: VaultState = { state: 'loading' }
  #generation = 0

  constructor(store: VaultStore, ports: Ports) {
    this.#store = store
    this.#ports = ports
    store.watch((news) => {
      if (news === 'locked') this.#forget()
      else void this.#refresh()
    })
  }

  readonly state = (): VaultState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads what is kept, and opens it at once where the browser keeps the key. */
  async load(): Promise<void> {
    const kept = await this.#store.read()
    if (kept === undefined) return this.#show({ state: 'empty' })
    const read = parseSealed(kept.file)
    this.#generation = kept.generation
    if (!read.ok) {
      const older = (await this.#readableOlder()) !== undefined
      return this.#show({ state: 'damaged', problem: read.problem, older })
    }
    this.#show({ state: 'locked', sealed: read.sealed })
    await this.openByDevice()
  }

  /** Opens with the key that the browser keeps; false where it keeps none. */
  async openByDevice(): Promise<boolean> {
    if (this.#state.state !== 'locked') return false
    const key = await this.#store.deviceKey(this.#state.sealed.id)
    return key !== undefined && (await this.unlock({ kind: 'device', key })) === undefined
  }

  /** @returns what is wrong, or undefined when the vault is open */
  async unlock(key: VaultKey, progress?: Progress): Promise<OpenProblem | undefined> {
    const kept = await this.#store.read()
    const read = kept && parseSealed(kept.file)
    if (kept === undefined || !read?.ok) return 'damaged'
    const opened = await openVault(read.sealed, key, progress)
    if (!opened.ok) return opened.problem
    this.#generation = kept.generation
    this.#show({ state: 'open', open: opened.open })
    return undefined
  }

  /** Makes the vault; `protect` gives it its first way in. */
  async create(protect: (open: OpenVault) => Promise<OpenVault>): Promise<void> {
    const made = await protect(createVault(this.#ports.random))
    await this.adopt(made)
  }

  /** Takes a whole vault, new or from a backup file, where there is none yet. Throws where there is one. */
  async adopt(open: OpenVault): Promise<void> {
    await this.#store.alone(async () => {
      const file = writeSealed(await sealVault(open, this.#ports.random))
      if (!(await this.#store.replace(0, file))) throw new Error('another page has made a vault meanwhile')
      this.#generation = 1
    })
    this.#show({ state: 'open', open })
    this.#store.tell('written')
  }

  /** A key of this browser alone, that no script can read. */
  async newDeviceKey(vaultId: string): Promise<CryptoKey> {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    await this.#store.keepDeviceKey(vaultId, key)
    return key
  }

  /** Changes the content; on disk when it returns. */
  change(edit: (content: VaultContent) => VaultContent): Promise<void> {
    return this.changeVault(async (open) => ({ ...open, content: edit(open.content) }))
  }

  /**
   * Changes the vault as it stands on disk, which may be newer than what this page shows: nothing that another page
   * wrote is lost. Throws where it is locked, or where its key no longer opens what is kept.
   */
  async changeVault(edit: (open: OpenVault) => Promise<OpenVault>): Promise<void> {
    const changed = await this.#store.alone(async () => {
      const current = await this.#newest()
      const next = await edit(current)
      if (next === current) return undefined
      const file = writeSealed(await sealVault(next, this.#ports.random))
      if (!(await this.#store.replace(this.#generation, file)))
        throw new Error('the vault was written to meanwhile')
      this.#generation += 1
      return next
    })
    if (changed === undefined) return
    this.#show({ state: 'open', open: changed })
    this.#store.tell('written')
  }

  /** Forgets the key and what it opened, in every page of this origin. */
  lock(): void {
    this.#forget()
    this.#store.tell('locked')
  }

  /** Writes the newest generation that can be read over the one that cannot. */
  async takeOlder(): Promise<void> {
    const older = await this.#readableOlder()
    if (older === undefined) return
    await this.#store.alone(() => this.#store.replace(this.#generation, older.file))
    await this.load()
  }

  /** What is on disk, opened; called by whoever holds the lock. */
  async #newest(): Promise<OpenVault> {
    if (this.#state.state !== 'open') throw new Error('the vault is locked')
    const { open } = this.#state
    const kept = await this.#store.read()
    if (kept === undefined) throw new Error('the vault is gone')
    if (kept.generation === this.#generation) return open
    const opened = await this.#reopen(kept, open)
    if (opened === undefined) throw new Error('another vault is kept here now')
    return opened
  }

  async #reopen(kept: Kept, open: OpenVault): Promise<OpenVault | undefined> {
    const read = parseSealed(kept.file)
    if (!read.ok) return undefined
    const opened = await openVault(read.sealed, { kind: 'master', masterKey: open.masterKey })
    if (!opened.ok) return undefined
    this.#generation = kept.generation
    return opened.open
  }

  /** Another page has written. */
  async #refresh(): Promise<void> {
    const state = this.#state
    if (state.state !== 'open') return this.load()
    const kept = await this.#store.read()
    if (kept === undefined || kept.generation === this.#generation) return
    const opened = await this.#reopen(kept, state.open)
    if (opened !== undefined && this.#state.state === 'open') this.#show({ state: 'open', open: opened })
  }

  #forget(): void {
    if (this.#state.state === 'open') forget(this.#state.open)
    this.#show({ state: 'loading' })
    void this.#showLocked()
  }

  async #showLocked(): Promise<void> {
    const kept = await this.#store.read()
    const read = kept && parseSealed(kept.file)
    if (read?.ok) this.#show({ state: 'locked', sealed: read.sealed })
    else await this.load()
  }

  async #readableOlder(): Promise<Kept | undefined> {
    return (await this.#store.older()).find((kept) => parseSealed(kept.file).ok)
  }

  #show(state: VaultState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
