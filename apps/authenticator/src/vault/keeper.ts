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
  /** Of what lies on disk as newest, whichever is shown. */
  #generation = 0
  /** How many generations were passed over because they cannot be read. */
  #passedOver = 0

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
    const { kept, generation } = await this.#kept()
    const read = kept && parseSealed(kept.file)
    if (!read?.ok) {
      await this.#showKept()
      return 'damaged'
    }
    const opened = await openVault(read.sealed, key, progress)
    if (opened.ok) {
      // Another page may have written during the derivation.
      this.#generation = generation
      this.#show({ state: 'open', open: opened.open })
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
      const after = this.#generation
      if (state !== 'empty' && state !== 'damaged') throw new Error('there is a vault already')
      const file = writeSealed(await sealVault(open, this.#ports.random))
      if (!(await this.#store.replace(after, file)))
        throw new Error('another page has made a vault meanwhile')
      this.#generation = after + 1
      this.#passedOver = 0
      this.#show({ state: 'open', open })
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

  /** Changes the content; on disk when it returns. */
  change(edit: (content: VaultContent) => VaultContent): Promise<void> {
    return this.changeVault(async (open) => ({ ...open, content: edit(open.content) }))
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
      const { open: current, generation } = await this.#newest()
      try {
        const next = await edit(current)
        if (next === current) return false
        const file = writeSealed(await sealVault(next, this.#ports.random))
        if (!(await this.#store.replace(generation, file)))
          throw new Error('the vault was written to meanwhile')
        this.#generation = generation + 1
        this.#passedOver = 0
        // Before the lock is given back: what another page writes next must not be shown first, and this over it.
        this.#showChanged(next)
        if (before === 'dropped') await this.#store.dropOlder()
        return true
      } finally {
        forget(current)
      }
    })
    if (isChanged) this.#store.tell('written')
  }

  /** Forgets the key and what it opened, in every page of this origin. */
  lock(): void {
    this.#forget()
    this.#store.tell('locked')
  }

  /** Shows the generation before the one that cannot be read. Nothing is written until it was opened and changed. */
  async takeOlder(): Promise<void> {
    if (this.#state.state !== 'damaged') return
    this.#passedOver += 1
    await this.#showKept()
  }

  /**
   * What is on disk, opened, with a key of its own that a lock meanwhile does not wipe; for whoever holds the lock. What
   * is shown and its generation are taken together, since another page's news may change both while this waits.
   */
  async #newest(): Promise<{ readonly open: OpenVault; readonly generation: number }> {
    if (this.#state.state !== 'open') throw new Error('the vault is locked')
    const own = { ...this.#state.open, masterKey: this.#state.open.masterKey.slice() }
    const shown = this.#generation
    const kept = await this.#store.read()
    if (kept === undefined) throw new Error('the vault is gone')
    const { generation } = kept
    if (generation === shown) return { open: own, generation }
    const opened = await reopen(kept, own)
    if (opened === undefined) throw new Error('another vault is kept here now')
    return { open: opened, generation }
  }

  /** Another page has written. */
  async #refresh(): Promise<void> {
    const { state } = this.#state
    if (state !== 'open') return this.#showKept()
    const kept = await this.#store.read()
    if (kept === undefined || this.#state.state !== 'open') return
    const opened = kept.generation > this.#generation && (await reopen(kept, this.#state.open))
    if (!opened || kept.generation <= this.#generation) return
    this.#generation = kept.generation
    this.#showChanged(opened)
  }

  #showChanged(changed: OpenVault): void {
    if (this.#state.state !== 'open') return
    this.#show({ state: 'open', open: { ...changed, masterKey: this.#state.open.masterKey } })
  }

  #forget(): void {
    if (this.#state.state === 'open') forget(this.#state.open)
    this.#show({ state: 'loading' })
    void this.#showKept()
  }

  /** What is to be opened: the newest, or the one before those that cannot be read; and the newest's generation. */
  async #kept(): Promise<{ readonly kept: Kept | undefined; readonly generation: number }> {
    const newest = await this.#store.read()
    if (newest?.generation !== this.#generation) this.#passedOver = 0
    const kept = this.#passedOver === 0 ? newest : (await this.#store.older())[this.#passedOver - 1]
    return { kept, generation: newest?.generation ?? 0 }
  }

  async #showKept(): Promise<void> {
    const { kept, generation } = await this.#kept()
    if (this.#state.state === 'open') return
    this.#generation = generation
    if (kept === undefined) return this.#show({ state: 'empty' })
    const read = parseSealed(kept.file)
    if (read.ok) this.#show({ state: 'locked', sealed: read.sealed })
    else await this.#showDamaged(read.problem)
  }

  async #showDamaged(problem: SealedProblem): Promise<void> {
    const older = (await this.#store.older()).length > this.#passedOver
    this.#show({ state: 'damaged', problem, older })
  }

  #show(state: VaultState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

async function reopen(kept: Kept, open: OpenVault): Promise<OpenVault | undefined> {
  const read = parseSealed(kept.file)
  if (!read.ok) return undefined
  const opened = await openVault(read.sealed, { kind: 'master', masterKey: open.masterKey })
  return opened.ok ? opened.open : undefined
}
