/** The port to where the sealed vault lies, with its two generations before, and the key that the browser keeps. */

/** The vault's file as it was written, and the how-many-eth it was. */
export type Kept = { readonly generation: number; readonly file: Uint8Array }

export type VaultStore = {
  /** The newest, or undefined where there has never been a vault. */
  readonly read: () => Promise<Kept | undefined>
  /** The generations before the newest, newer first. */
  readonly older: () => Promise<readonly Kept[]>
  /**
   * Writes the next generation, and is on disk when it returns, if the newest is still `after` (0: there is none). What
   * was newest becomes the one before, or is written over and leaves those before where they are. False where another
   * page was faster, and nothing was written.
   */
  readonly replace: (after: number, file: Uint8Array, newest?: 'kept' | 'written_over') => Promise<boolean>
  /** Forgets the generations before the newest. */
  readonly dropOlder: () => Promise<void>
  /** Keys by vault, so that a restored vault does not inherit another's. */
  readonly deviceKey: (vaultId: string) => Promise<CryptoKey | undefined>
  readonly keepDeviceKey: (vaultId: string, key: CryptoKey) => Promise<void>
  readonly forgetDeviceKey: (vaultId: string) => Promise<void>
  /** Calls back when another page wrote or locked; returns how to stop. */
  readonly watch: (onNews: (news: News) => void) => () => void
  readonly tell: (news: News) => void
  /** One page at a time, in all pages of this origin. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

export type News = 'written' | 'locked'
