/** What a tab keeps over a reload. A browser that keeps nothing for sites gets a memory as long as the page. */

const memory = new Map<string, string>()

/** Keeps a text under a key. */
export function keepInTab(key: string, text: string): void {
  memory.set(key, text)
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // the page's own memory has it
  }
}

/** The text under a key, or null. */
export function readFromTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key) ?? memory.get(key) ?? null
  } catch {
    return memory.get(key) ?? null
  }
}

/** Forgets the text under a key. */
export function forgetInTab(key: string): void {
  memory.delete(key)
  try {
    sessionStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}
