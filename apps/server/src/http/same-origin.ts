/** Whether a request that changes something came from this origin's own pages. */

type Headers = Readonly<Record<string, string | string[] | undefined>>

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * Refuses what another site may have sent. A browser says where a request comes from: `Sec-Fetch-Site` must be
 * `same-origin` where it is given (ports share a site and its cookies, so `same-site` is foreign); else `Origin` must
 * equal the origin exactly. A request that carries a cookie must say one of the two; without a cookie, a program that
 * is no browser may say neither. This stands in place of a token (docs/decisions).
 */
export function isFromOwnOrigin(method: string, headers: Headers, origin: URL): boolean {
  if (SAFE_METHODS.has(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const from = headers['origin']
  if (from !== undefined) return from === origin.origin
  return headers['cookie'] === undefined
}
