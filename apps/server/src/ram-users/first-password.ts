/** A user's first way in: a link by mail, or a password that is made here and must be replaced. */
import { hashToken, newToken } from '../crypto/token.ts'
import { INVITATION_LIFE } from '../invitations/invitation.ts'
import { DAY, HOUR, MINUTE } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import type { Principal } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import type { Secret } from '../kernel/secret.ts'
import { queueMessage } from '../notify/queue-message.ts'
import { generatePassword } from '../passwords/generate-password.ts'
import { keepPast } from '../passwords/past-passwords.ts'
import { hashPassword, storePassword } from '../passwords/store-password.ts'
import { takeHitIn } from '../throttle/take-hit.ts'
import { hasOwnPassword, type RamUser, signInName } from '../users/user.ts'
import type { RamUserDeps, RamUserStores } from './deps.ts'

const GENERATED_LIFE = 72 * HOUR

/** Invitations go to addresses that nobody has proved: for one address over all accounts, and for one account. */
const INVITATIONS = {
  to: [
    { max: 5, withinMs: HOUR },
    { max: 10, withinMs: DAY },
  ],
  from: [
    { max: 200, withinMs: HOUR },
    { max: 1000, withinMs: DAY },
  ],
} as const

export type FirstPasswordKind = 'invitation' | 'generated'

/** What is made before the transaction, so that it waits for no hash. */
export type PreparedPassword =
  | { readonly kind: 'invitation' }
  | { readonly kind: 'generated'; readonly password: Secret<string>; readonly phc: string }

/** Refuses: server_busy. */
export async function preparePassword(
  deps: Pick<RamUserDeps, 'random' | 'hasher'>,
  kind: FirstPasswordKind,
): Promise<PreparedPassword | Refused> {
  if (kind === 'invitation') return { kind }
  const password = generatePassword(deps.random)
  const phc = await hashPassword(deps.hasher, password)
  return isRefused(phc) ? phc : { kind, password, phc }
}

/**
 * Runs in the transaction of what it belongs to. Whatever password, invitation or link by mail the user had stops working.
 *
 * @param by a user from a file was counted with the import and is not counted again
 *
 * Refuses: user_email_missing, too_often.
 */
export async function giveFirstPassword(
  stores: Pick<
    RamUserStores,
    'invitations' | 'notMeLinks' | 'outbox' | 'passwords' | 'settings' | 'throttle' | 'users'
  >,
  deps: RamUserDeps,
  user: Principal & Pick<RamUser, 'name' | 'email' | 'passwordState' | 'firstPasswordEndsAt'>,
  prepared: PreparedPassword,
  by: 'hand' | 'file' = 'hand',
): Promise<Refused | undefined> {
  const now = deps.clock.now()
  await stores.notMeLinks.removeAll(user)
  if (hasOwnPassword(user)) await keepPast(stores, deps, user)
  if (prepared.kind === 'generated') {
    await stores.invitations.removeAll(user)
    await storePassword(stores, deps, user, prepared.phc, now)
    await stores.users.setPasswordState(user, 'must_change', now + GENERATED_LIFE)
    return undefined
  }
  if (user.email === undefined) return refuse('user_email_missing', { field: 'email' })
  const token = newToken(deps.random)
  const expiresAt = now + INVITATION_LIFE
  const { accountId, principalId, email: address } = user
  const wait = await countInvitation(stores, deps, { accountId, address, by })
  if (wait) return refuse('too_often', wait)
  await stores.passwords.remove(user)
  await stores.invitations.replace(
    { accountId, principalId, address, expiresAt },
    hashToken('invitation', token),
  )
  await stores.users.setPasswordState(user, 'invited', expiresAt)
  await queueMessage(stores, deps, {
    accountId,
    to: { channel: 'mail', address },
    content: {
      template: 'invitation',
      signInName: signInName(user, await stores.settings.aliasOf(accountId)),
      // In the fragment, which no server and no log sees.
      link: `${deps.origin.origin}/invitation#token=${token.open()}`,
      minutes: INVITATION_LIFE / MINUTE,
    },
    expiresAt,
  })
  return undefined
}

async function countInvitation(
  stores: Pick<RamUserStores, 'throttle'>,
  deps: RamUserDeps,
  { accountId, address, by }: { accountId: AccountId; address: string; by: 'hand' | 'file' },
): Promise<{ retryAfterSeconds: number } | undefined> {
  const to = { accountId: '', scope: 'invitation:to', subject: address.toLowerCase() } as const
  const from = { accountId, scope: 'invitation:from', subject: '' }
  const wait = await takeHitIn(stores, deps, { ...to, limits: INVITATIONS.to })
  if (wait || by === 'file') return wait
  return takeHitIn(stores, deps, { ...from, limits: INVITATIONS.from })
}
