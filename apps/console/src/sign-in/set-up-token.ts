/** The set-up token of the first account: taken from the link's fragment, which no server sees, and kept for this tab. */
import { forgetInTab, keepInTab, readFromTab } from './tab-memory.ts'

const key = 'sallyport.setUpToken'

/** The token in a fragment such as `#token=abc`, or null. */
export function tokenInFragment(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token')
  return token === null || token === '' ? null : token
}

/** Moves the token from the address bar into the tab's memory, where a reload finds it and a shoulder does not. */
export function takeSetUpToken(): void {
  const token = tokenInFragment(location.hash)
  if (token === null) return
  keepInTab(key, token)
  history.replaceState(history.state, '', location.pathname + location.search)
}

/** The token of this tab, or null. */
export function readSetUpToken(): string | null {
  return readFromTab(key)
}

/** Called when the token is spent or refused. */
export function forgetSetUpToken(): void {
  forgetInTab(key)
}
