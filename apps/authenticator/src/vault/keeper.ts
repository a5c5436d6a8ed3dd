/** Keeps the one vault of this browser: opens, changes, locks it, and never loses what another page wrote. */
import {
  createVault,
  emptyContent,
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
import { Generations } from './generations.ts'
import { type Held, openNewest, reopen } from './open-newest.ts'
import { countUses, type Use } from './pending-uses.ts'
import type { VaultStore } from './vault-store.ts'

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
  readonly #generations: Generations
  readonly #listeners = new Set<() => void>()
  #state: VaultState = { state: 'loading' }
  /** Shown, and not on disk; for the next write. */
  #uses: readonly Use[] = []
  /** Of the open vault, as it is on disk. */
  #content: VaultContent = emptyContent

  constructor(store: VaultStore, ports: Ports) {
    this.#store = store
    this.#ports = ports
    this.#generations = new Generations(store)
    store.watch((news) => {
      if (news === 'locked') void this.#leave()
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
    await this.#showKept()
    await this.openByDevice()
  }

  /** Opens with the key that the browser keeps; false where it keeps none. */
  async openByDevice(): Promise<boolean> {
    if (this.#state.state !== 'locked') return false
    const key = await this.#store.deviceKey(this.#state.sealed.id)
    return key !== undefined && (await this.unlock({ kind: 'device', key })) === undefined
  }

  /** @returns what is wrong, or undefined when the vault is open; what is damaged is shown as such */
  async unlock(key: VaultKey, progress?: Progress): Promise<OpenProblem | undefined> {
    const { kept, generation } = await this.#generations.toOpen()
    const read = kept && parseSealed(kept.file)
    if (!read?.ok) {
      await this.#showKept()
      return 'damaged'
    }
    const opened = await openVault(read.sealed, key, progress)
    if (opened.ok) {
      // Another page may have written during the derivation.
      this.#generations.noteNewest(generation)
      this.#showOpen(opened.open)
      await this.#refresh()
      return undefined
    }
    if (opened.problem === 'damaged') await this.#showDamaged('damaged')
    return opened.problem
  }

  /** Makes the vault; `protect` gives it its first way in. */
  async create(protect: (open: OpenVault) => Promise<OpenVault>): Promise<void> {
    if (this.#state.state !== 'empty') throw new Error('something is kept here already')
    await this.adopt(await protect(createVault(this.#ports.random)))
  }

  /**
   * Takes a whole vault, new or from a backup file, where there is none or none that can be read; what could not be read
   * stays as a generation before it. Throws where there is a vault, also one that another page made a moment ago.
   */
  async adopt(open: OpenVault): Promise<void> {
    await this.#store.alone(async () => {
      // Both now: news of another page's vault may change them while this one is sealed.
      const { state } = this.#state
      const after = this.#generations.newest()
      if (state !== 'empty' && state !== 'damaged') throw new Error('there is a vault already')
      const file = writeSealed(await sealVault(open, this.#ports.random))
      if (!(await this.#store.replace(after, file)))
        throw new Error('another page has made a vault meanwhile')
      this.#generations.noteWritten(after + 1)
      this.#showOpen(open)
    })
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

  forgetDeviceKey(vaultId: string): Promise<void> {
    return this.#store.forgetDeviceKey(vaultId)
  }

  /** Changes the content; on disk when it returns. `edit` gives back what it got where there is nothing to change. */
  change(edit: (content: VaultContent) => VaultContent): Promise<void> {
    return this.changeVault(async (open) => {
      const content = edit(open.content)
      return content === open.content ? open : { ...open, content }
    })
  }

  /**
   * Changes the vault as it stands on disk, which may be newer than what this page shows: nothing that another page
   * wrote is lost. `edit` gives back what it got where there is nothing to change. A lock that comes meanwhile does not
   * stop it, and stays. Throws where the vault is locked, or where its key no longer opens what is kept.
   *
   * @param before whether the generations before are kept; `dropped` once a way in was taken away, since they have it
   */
  async changeVault(
    edit: (open: OpenVault) => Promise<OpenVault>,
    before: 'kept' | 'dropped' = 'kept',
  ): Promise<void> {
    const isChanged = await this.#store.alone(async () => {
      const isWritten = await this.#write(this.#hold(), edit, 'kept')
      if (isWritten && before === 'dropped') await this.#store.dropOlder()
      return isWritten
    })
    if (isChanged) this.#store.tell('written')
  }

  /** Notes in memory that an account was used. The next change takes it to the disk, else a lock or `keepUses`. */
  noteUse(use: Use): void {
    if (this.#state.state !== 'open') return
    this.#uses = [...this.#uses, use]
    this.#showOpen({ ...this.#state.open, content: this.#content })
  }

  /** Writes what was noted over the newest generation, so that those before it stay what they are for. */
  async keepUses(): Promise<void> {
    if (this.#hasUses()) await this.#writeUses(this.#hold())
  }

  /** Forgets the key and what it opened, in every page of this origin. Resolves once what was noted is written. */
  lock(): Promise<void> {
    const left = this.#leave()
    this.#store.tell('locked')
    return left
  }

  /** The same in this page alone, which nobody has touched: the others may be in use. */
  lockHere(): Promise<void> {
    return this.#leave()
  }

  /** Shows the generation before the one that cannot be read. Nothing is written until it was opened and changed. */
  async takeOlder(): Promise<void> {
    if (this.#state.state !== 'damaged') return
    this.#generations.passOver()
    await this.#showKept()
  }

  /** Taken together, since another page's news may change what is shown and its generation while a write waits. */
  #hold(): Held {
    if (this.#state.state !== 'open') throw new Error('the vault is locked')
    const { open } = this.#state
    const uses = this.#uses
    this.#uses = []
    return {
      open: { ...open, content: this.#content, masterKey: open.masterKey.slice() },
      generation: this.#generations.newest(),
      uses,
    }
  }

  /** For whoever has the disk alone. False where `edit` changed nothing. */
  async #write(
    held: Held,
    edit: (open: OpenVault) => Promise<OpenVault>,
    newest: 'kept' | 'written_over',
  ): Promise<boolean> {
    let isWritten = false
    try {
      const { open: current, generation } = await openNewest(this.#store, held)
      const next = await edit(current)
      if (next === current) return false
      const file = writeSealed(await sealVault(next, this.#ports.random))
      if (!(await this.#store.replace(generation, file, newest)))
        throw new Error('the vault was written to meanwhile')
      isWritten = true
      this.#generations.noteWritten(generation + 1)
      // Before the disk is given back: what another page writes next must not be shown first, and this over it.
      this.#showChanged(next)
      return true
    } finally {
      if (!isWritten && this.#state.state === 'open') this.#uses = [...held.uses, ...this.#uses]
      forget(held.open)
    }
  }

  async #writeUses(held: Held): Promise<void> {
    await this.#store.alone(() => this.#write(held, async (open) => ({ ...open }), 'written_over'))
    this.#store.tell('written')
  }

  /** What cannot be read is not written over for their sake. */
  #hasUses(): boolean {
    return this.#state.state === 'open' && this.#uses.length > 0 && this.#generations.isNewestOpened()
  }

  /** Another page has written. */
  async #refresh(): Promise<void> {
    const { state } = this.#state
    if (state !== 'open') return this.#showKept()
    const kept = await this.#store.read()
    if (kept === undefined || this.#state.state !== 'open') return
    const isNewer = (): boolean => kept.generation > this.#generations.newest()
    const opened = isNewer() && (await reopen(kept, this.#state.open))
    if (!opened || !isNewer()) return
    this.#generations.noteNewest(kept.generation)
    this.#showChanged(opened)
  }

  #showChanged(changed: OpenVault): void {
    if (this.#state.state !== 'open') return
    this.#showOpen({ ...changed, masterKey: this.#state.open.masterKey })
  }

  /** @param open as it is on disk */
  #showOpen(open: OpenVault): void {
    this.#content = open.content
    this.#show({ state: 'open', open: { ...open, content: countUses(open.content, this.#uses) } })
  }

  /** The key is forgotten at once; what was noted is written with one of its own. */
  #leave(): Promise<void> {
    // That an account was used is worth no message where it cannot be kept.
    const left = this.#hasUses() ? this.#writeUses(this.#hold()).catch(() => undefined) : Promise.resolve()
    this.#uses = []
    this.#content = emptyContent
    if (this.#state.state === 'open') forget(this.#state.open)
    this.#show({ state: 'loading' })
    void this.#showKept()
    return left
  }

  async #showKept(): Promise<void> {
    const { kept, generation } = await this.#generations.toOpen()
    if (this.#state.state === 'open') return
    this.#generations.noteNewest(generation)
    if (kept === undefined) return this.#show({ state: 'empty' })
    const read = parseSealed(kept.file)
    if (read.ok) this.#show({ state: 'locked', sealed: read.sealed })
    else await this.#showDamaged(read.problem)
  }

  async #showDamaged(problem: SealedProblem): Promise<void> {
    this.#show({ state: 'damaged', problem, older: await this.#generations.hasOlder() })
  }

  #show(state: VaultState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
