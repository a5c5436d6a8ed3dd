/** A user as the wire shows it: no secret, and nothing of a password but where it came from. */
import type { Reply } from '@sallyport/contract'
import { type Clock, toRfc3339 } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { SettingsStore } from '../settings/store.ts'
import { obligationOf } from '../standing/standing.ts'
import { hasOwnPassword, type RamUser, signInName } from '../users/user.ts'
import { type AllowedMeans, availableMethods, canVerify } from '../verification/identity-methods.ts'

type Described = Reply<'GET /api/ram/users'>['users'][number]

/** Reads what is the same for all users of an account once; the function then describes each. */
export async function userDescriber(
  deps: { read: { settings: SettingsStore }; allowedMeans: AllowedMeans; clock: Clock },
  accountId: AccountId,
): Promise<(user: RamUser) => Described> {
  const [settings, alias] = await Promise.all([
    deps.read.settings.find(accountId),
    deps.read.settings.aliasOf(accountId),
  ])
  const now = deps.clock.now()
  const available = availableMethods(settings.identityMethods, deps.allowedMeans)
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
      canVerify: canVerify(onFileOf(user), available),
      devices: user.devices,
      password: hasOwnPassword(user) ? 'own' : user.passwordState,
      passwordResetRequired: user.passwordState === 'must_change',
      graceUntil: user.devices === 0 && graceUntil !== undefined ? toRfc3339(graceUntil) : null,
      lastSignInAt: user.lastSignInAt === undefined ? null : toRfc3339(user.lastSignInAt),
      createdAt: toRfc3339(user.createdAt),
    }
  }
}

function onFileOf({ email, phone, hasQuestions }: RamUser) {
  return { hasEmail: email !== undefined, hasPhone: phone !== undefined, hasQuestions }
}
