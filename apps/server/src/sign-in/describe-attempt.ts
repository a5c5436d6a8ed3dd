/** What the page between the two steps is told. */
import type { Reply } from '@sallyport/contract'
import { toRfc3339 } from '../kernel/clock.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'
import type { ThrottleStore } from '../throttle/store.ts'
import { TRIES } from './attempt.ts'
import type { PendingAttempt } from './pending.ts'

type SecondStep = Extract<Reply<'POST /api/sign-in'>, { state: 'second_step' }>

export async function describeAttempt(
  read: { recoveryCodes: RecoveryCodeStore; throttle: ThrottleStore },
  pending: PendingAttempt,
): Promise<SecondStep> {
  const recoveryCodesLeft = await read.recoveryCodes.count(pending)
  const tries = await read.throttle.triesOf(pending.accountId, pending.attemptId)
  return {
    state: 'second_step',
    accountName: pending.accountName,
    methods: recoveryCodesLeft > 0 ? ['virtual_mfa', 'recovery_code'] : ['virtual_mfa'],
    recoveryCodesLeft,
    triesLeft: Math.max(0, TRIES - tries),
    expiresAt: toRfc3339(pending.expiresAt),
  }
}
