/** The token of a mailed link, for the page that it opens. */
import { tokenInFragment } from '../sign-in/set-up-token.ts'

let held: { readonly pathname: string; readonly token: string } | null = null

/**
 * Out of the address bar at once, where a shoulder would see it, and kept until the page is loaded anew: a page may be
 * rendered twice before it stands, and must find its token both times.
 */
export function takeLinkToken(): string | null {
  const { hash, pathname } = location
  const token = tokenInFragment(hash)
  if (token !== null) {
    held = { pathname, token }
    history.replaceState(history.state, '', pathname)
  }
  return held?.pathname === pathname ? held.token : null
}
