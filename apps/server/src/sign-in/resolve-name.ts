/** Whom a typed account name means: an exact key, never a likeness (security.md 1I, I6). */
import type { FoundPrincipal } from '../accounts/account.ts'
import { canonicalEmail } from '../accounts/canonical-email.ts'
import type { AccountStore } from '../accounts/store.ts'
import type { Instant } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { SettingsStore } from '../settings/store.ts'
import { type IdleSettings, isIdle } from '../standing/idle.ts'
import type { UserStore } from '../users/store.ts'
import { hasOwnPassword, type RamUser, userName } from '../users/user.ts'

/** An alias has no dot; so is told a user's name from an email address. */
const PLACE = /^[A-Za-z0-9-]{1,32}$/
const ACCOUNT_ID = /^\d{16}$/

export type ResolvedName = {
  /** What the tries of a name are counted by. */
  readonly key: string
  readonly principal: FoundPrincipal | undefined
  /** Why nobody is let in by this name whatever the password is; told to the trail alone. */
  readonly barred: string | undefined
}

export async function resolveName(
  read: { accounts: AccountStore; settings: SettingsStore; users: UserStore },
  typed: string,
  now: Instant,
): Promise<ResolvedName> {
  const at = typed.lastIndexOf('@')
  const place = typed.slice(at + 1).trim()
  // No alias is a mail domain, not even the one that has no dot.
  const email = canonicalEmail(typed)
  if (email === undefined && at > 0 && PLACE.test(place))
    return resolveUser(read, typed.slice(0, at).trim(), place.toLowerCase(), now)
  const principal = email && (await read.accounts.findByName(email.key))
  return { key: email?.key ?? typed, principal, barred: undefined }
}

async function resolveUser(
  read: { settings: SettingsStore; users: UserStore },
  typed: string,
  place: string,
  now: Instant,
): Promise<ResolvedName> {
  const name = userName(typed)
  const accountId = ACCOUNT_ID.test(place) ? (place as AccountId) : await read.settings.accountOfAlias(place)
  const user = name && accountId && (await read.users.findByName(accountId, name.key))
  return {
    key: `${name?.key ?? typed}@${accountId ?? place}`,
    principal: user || undefined,
    barred: user ? whyBarred(user, await read.settings.find(user.accountId), now) : undefined,
  }
}

/** Suspended, in the bin, away for too long, or with a first password that is over. */
function whyBarred(user: RamUser, settings: IdleSettings, now: Instant): string | undefined {
  if (user.state !== 'active') return `user_${user.state}`
  if (isIdle(user, settings, now)) return 'user_idle'
  if (hasOwnPassword(user)) return undefined
  if (user.passwordState !== 'must_change') return 'password_none'
  return now < (user.firstPasswordEndsAt ?? 0) ? undefined : 'first_password_expired'
}
