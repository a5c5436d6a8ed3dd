/** Remembers over a reload that this tab showed a key which nobody has bound: the mark alone, never the key. */
import { forgetInTab, keepInTab, readFromTab } from '../sign-in/tab-memory.ts'

const key = 'sallyport.binding-begun'

/** Called when a key is shown. */
export function markBegun(): void {
  keepInTab(key, 'yes')
}

/** Whether a key was shown before, which the next one replaces. */
export function wasBegun(): boolean {
  return readFromTab(key) !== null
}

/** Called when the device is bound, the wizard left, or the session over. */
export function forgetBegun(): void {
  forgetInTab(key)
}
