/** Suspends users who stayed away for as long as their account allows, and tells them a week before. */
import { type AccessStores, endAccess } from '../access/renew-session.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import type { InvitationStore } from '../invitations/store.ts'
import type { Atomically } from '../kernel/atomically.ts'
import { DAY } from '../kernel/clock.ts'
import type { AccountId } from '../kernel/ids.ts'
import { type QueueDeps, queueMessage } from '../notify/queue-message.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import { IDLE_NOTICE, type IdleSettings, idleFrom } from '../standing/idle.ts'
import type { UserStore } from '../users/store.ts'

/** In one transaction for an account; the rest waits for the next time. */
const AT_ONCE = 100

const NOBODY = { requestId: '', address: '', browser: '' }

type IdleStores = AccessStores & {
  audit: AuditStore
  bypassCodes: BypassCodeStore
  invitations: InvitationStore
  outbox: OutboxStore
  settings: SettingsStore
  users: UserStore
}

type IdleDeps = QueueDeps & {
  read: Pick<IdleStores, 'settings'>
  atomically: Atomically<IdleStores>
}

/**
 * A transaction for each account, so that none holds up the writers of all for long, and what breaks in one account keeps
 * no other from its turn.
 *
 * @returns how many were suspended
 *
 * Throws: once every account had its turn, what broke in any.
 */
export async function suspendIdle(deps: IdleDeps): Promise<number> {
  let suspended = 0
  const faults: unknown[] = []
  for (const accountId of await deps.read.settings.listIdle()) {
    try {
      suspended += await deps.atomically((stores) => suspendOf(stores, deps, accountId))
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'idle users of some accounts were not looked at')
  return suspended
}

async function suspendOf(stores: IdleStores, deps: QueueDeps, accountId: AccountId): Promise<number> {
  // As they stand now: since the list was read the rule may have been switched off.
  const settings = await stores.settings.find(accountId)
  if (settings.idleDays === 0) return 0
  const suspended = await suspendQuiet(stores, deps, accountId, settings)
  await tellQuiet(stores, deps, accountId, settings)
  return suspended
}

async function suspendQuiet(
  stores: IdleStores,
  deps: QueueDeps,
  accountId: AccountId,
  settings: IdleSettings,
): Promise<number> {
  const now = deps.clock.now()
  if (now < (settings.idleEnforcedAt ?? 0) + IDLE_NOTICE) return 0
  const quiet = await stores.users.listQuiet(accountId, {
    since: now - settings.idleDays * DAY,
    untoldAfter: undefined,
    limit: AT_ONCE,
  })
  let suspended = 0
  for (const user of quiet) {
    if (!(await stores.users.moveState(user, ['active'], 'suspended', now))) continue
    suspended += 1
    const { sessions } = await endAccess(stores, user)
    await stores.invitations.removeAll(user)
    await stores.bypassCodes.remove(user)
    await recordEvent(stores, deps.clock, {
      accountId,
      actor: 'operator',
      subject: user.principalId,
      action: 'user.suspended',
      outcome: 'succeeded',
      reason: 'idle',
      context: NOBODY,
      details: { name: user.name, sessions },
    })
  }
  return suspended
}

/** Once for an absence, and once more when the rule changed since. An address that nobody proved is sent nothing. */
async function tellQuiet(
  stores: IdleStores,
  deps: QueueDeps,
  accountId: AccountId,
  settings: IdleSettings,
): Promise<void> {
  const now = deps.clock.now()
  const quiet = await stores.users.listQuiet(accountId, {
    since: now - settings.idleDays * DAY + IDLE_NOTICE,
    untoldAfter: settings.idleEnforcedAt ?? 0,
    limit: AT_ONCE,
  })
  for (const user of quiet) {
    const until = idleFrom(user, settings)
    await stores.users.noteIdleTold(user, now)
    if (until === undefined || user.email === undefined || user.emailVerifiedAt === undefined) continue
    await queueMessage(stores, deps, {
      accountId,
      to: { channel: 'mail', address: user.email },
      content: { template: 'idle_soon', until },
    })
  }
}
