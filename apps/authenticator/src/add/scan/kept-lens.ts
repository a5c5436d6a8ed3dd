/** The lens that was chosen last, because the one a device offers first is often the wrong one. */

const STORAGE_KEY = 'sallyport.authenticator.lens'

/** Undefined until one was chosen, and where the browser keeps nothing. */
export function lensKept(): string | undefined {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? undefined
  } catch {
    return undefined
  }
}

export function keepLens(lensId: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, lensId)
  } catch {
    // It is chosen for this time alone.
  }
}
