/** A user as the wire shows it: no secret, and nothing of a password but where it came from. */
import type { Reply } from '@sallyport/contract'
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { SettingsStore } from '../settings/store.ts'
import { obligationOf } from '../standing/standing.ts'
import { hasOwnPassword, type RamUser, signInName } from '../users/user.ts'

type Described = Reply<'GET /api/ram/users'>['users'][number]

/** Reads what is the same for all users of an account once; the function then describes each. */
export async function userDescriber(
  read: { settings: SettingsStore },
  accountId: AccountId,
  now: Instant,
): Promise<(user: RamUser) => Described> {
  const [settings, alias] = await Promise.all([
    read.settings.find(accountId),
    read.settings.aliasOf(accountId),
  ])
  return (user) => {
    const { obliged, graceUntil } = obligationOf(user, settings, now)
    return {
      id: user.principalId,
      name: user.name,
      signInName: signInName(user, alias),
      displayName: user.displayName,
      comment: user.comment,
      email:
        user.email === undefined
          ? null
          : { address: user.email, verified: user.emailVerifiedAt !== undefined },
      phone:
        user.phone === undefined
          ? null
          : { number: user.phone, verified: user.phoneVerifiedAt !== undefined },
      state: user.state,
      role: user.role,
      mfaBindRequired: user.mfaBindRequired,
      mfaObliged: obliged,
      devices: user.devices,
      password: hasOwnPassword(user) ? 'own' : user.passwordState,
      passwordResetRequired: user.passwordState === 'must_change',
      graceUntil: user.devices === 0 && graceUntil !== undefined ? toRfc3339(graceUntil) : null,
      lastSignInAt: user.lastSignInAt === undefined ? null : toRfc3339(user.lastSignInAt),
      createdAt: toRfc3339(user.createdAt),
    }
  }
}
