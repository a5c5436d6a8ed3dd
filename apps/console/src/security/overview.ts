/** What the security page is told, and the small conclusions it draws. */
import type { Reply } from '@sallyport/contract'

/** Everything the security page states. */
export type Overview = Reply<'GET /api/security'>
/** A bound virtual MFA device. */
export type Device = Overview['virtualMfa']['devices'][number]
/** Where one is signed in. */
export type Session = Overview['sessions'][number]
/** A browser that stands in for the second step. */
export type TrustedBrowser = Overview['trustedBrowsers']['browsers'][number]

/** From this many recovery codes down the page asks for new ones (security.md 5.4). */
export const fewCodes = 3

/** When any of the devices was used last; null when none was. */
export function lastUsed(devices: readonly Device[]): string | null {
  const moments = devices.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt]))
  return moments.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
}

/** The other sessions, the one that was seen last first. */
export function otherSessions(sessions: readonly Session[]): readonly Session[] {
  return sessions
    .filter(({ current }) => !current)
    .toSorted((a, b) => Date.parse(b.lastSeenAt) - Date.parse(a.lastSeenAt))
}
