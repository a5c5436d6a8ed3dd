/** What the page between the two steps is told. */
import type { Reply } from '@sallyport/contract'
import type { AccountStore } from '../accounts/store.ts'
import type { BypassCodeStore } from '../bypass-codes/store.ts'
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { SettingsStore } from '../settings/store.ts'
import { findAllowedKinds } from '../standing/allowed-kinds.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { TRIES } from './attempt.ts'
import type { PendingAttempt } from './pending.ts'

type SecondStep = Extract<Reply<'POST /api/sign-in'>, { state: 'second_step' }>

export async function describeAttempt(
  read: {
    accounts: AccountStore
    bypassCodes: BypassCodeStore
    recoveryCodes: RecoveryCodeStore
    settings: SettingsStore
    throttle: ThrottleStore
  },
  pending: PendingAttempt,
  now: Instant,
): Promise<SecondStep> {
  const allowed = await findAllowedKinds(read, pending)
  const recoveryCodesLeft = allowed.recoveryCodes ? await read.recoveryCodes.count(pending) : 0
  const { trustBrowserDays } = await read.settings.find(pending.accountId)
  const tries = await read.throttle.triesOf(pending.accountId, pending.attemptId)
  return {
    state: 'second_step',
    accountName: pending.accountName,
    methods: [
      'virtual_mfa',
      ...(recoveryCodesLeft > 0 ? (['recovery_code'] as const) : []),
      ...((await read.bypassCodes.isLive(pending, now)) ? (['bypass_code'] as const) : []),
    ],
    recoveryCodesLeft,
    trustBrowserDays,
    triesLeft: Math.max(0, TRIES - tries),
    expiresAt: toRfc3339(pending.expiresAt),
  }
}
