/** Suspends users who stayed away for as long as their account allows, and tells them a week before. */
import { type AccessStores, endAccess } from '../access/renew-session.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import type { InvitationStore } from '../invitations/store.ts'
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

/** Runs in the transaction of the housekeeping; how many were suspended. */
export async function suspendIdle(stores: IdleStores, deps: QueueDeps): Promise<number> {
  let suspended = 0
  for (const { accountId, ...settings } of await stores.settings.listIdle()) {
    suspended += await suspendQuiet(stores, deps, accountId, settings)
    await tellQuiet(stores, deps, accountId, settings)
  }
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
  for (const user of quiet) {
    await stores.users.moveState(user, ['active'], 'suspended', now)
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
  return quiet.length
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
