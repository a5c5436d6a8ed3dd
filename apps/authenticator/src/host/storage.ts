/** Whether the browser keeps what is stored here, or may clear it when space is short. */

export type StorageState = {
  readonly isKept: boolean
  /** Undefined where the browser does not say. */
  readonly usedBytes: number | undefined
}

/** Undefined where the browser cannot tell. */
export async function readStorage(): Promise<StorageState | undefined> {
  try {
    const [isKept, estimate] = await Promise.all([
      navigator.storage.persisted(),
      navigator.storage.estimate(),
    ])
    return { isKept, usedBytes: estimate.usage }
  } catch {
    return undefined
  }
}

/** Asks the browser to keep it; some ask the user, some decide by how the app is used. */
export async function askToKeep(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist()
  } catch {
    // The settings say that it is not kept.
  }
}
