/** Where a finished sign-in leads: the page one came for, if it is a page of this console. */

const home = '/security'
const ways = new Set(['/', '/sign-in', '/register', '/new-password', '/invitation', '/not-me'])

/**
 * The page to go to after a sign-in. Anything but an absolute path of this origin, and the sign-in pages themselves,
 * give the security page, so that no link can send somebody elsewhere from here.
 *
 * @param search the address's query, such as `?to=/security/devices`
 */
export function safeTarget(search: string, origin: string): string {
  const to = new URLSearchParams(search).get('to')
  if (to === null || !to.startsWith('/') || /[\\\p{Cc}]/u.test(to)) return home
  let url: URL
  try {
    url = new URL(to, origin)
  } catch {
    return home
  }
  if (
    url.origin !== origin ||
    to.startsWith('//') ||
    ways.has(url.pathname) ||
    url.pathname.startsWith('/api/')
  ) {
    return home
  }
  return url.pathname + url.search + url.hash
}
