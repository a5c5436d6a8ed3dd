/** Where a principal is signed in, by what the account's settings say now. */
import { type Clock, HOUR } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionStore } from '../sessions/store.ts'
import { defaultSettings } from '../settings/settings.ts'
import type { SettingsStore } from '../settings/store.ts'

/**
 * The last seen first, each with the end that the account's session hours give it: a session of before they were
 * shortened is over and is not among them.
 */
export async function findLiveSessions(
  read: { sessions: SessionStore; settings: SettingsStore },
  deps: { clock: Clock },
  principal: Principal & { readonly kind: 'main' | 'ram' },
): Promise<readonly Session[]> {
  const now = deps.clock.now()
  const [sessions, { sessionHours }] = await Promise.all([
    read.sessions.listLive(principal, now),
    principal.kind === 'main' ? defaultSettings : read.settings.find(principal.accountId),
  ])
  return sessions
    .map((session) => ({
      ...session,
      expiresAt: Math.min(session.expiresAt, session.openedAt + sessionHours * HOUR),
    }))
    .filter(({ expiresAt }) => now < expiresAt)
}
