/** Records that a recovery code was used and tells the owner how many are left. */
import type { AccountStore } from '../accounts/store.ts'
import { type TellDeps, tellOwner } from '../accounts/tell-owner.ts'
import { recordEvent } from '../audit/record-event.ts'
import type { AuditStore } from '../audit/store.ts'
import type { Principal, RequestContext } from '../kernel/principal.ts'
import type { OutboxStore } from '../notify/store.ts'
import type { RecoveryCodeStore } from '../recovery-codes/store.ts'

/** Runs in the transaction that spent the code. */
export async function tellRecoveryCodeUsed(
  stores: {
    accounts: AccountStore
    audit: AuditStore
    outbox: OutboxStore
    recoveryCodes: RecoveryCodeStore
  },
  deps: TellDeps,
  principal: Principal,
  context: RequestContext,
): Promise<void> {
  const left = await stores.recoveryCodes.count(principal)
  await recordEvent(stores, deps.clock, {
    accountId: principal.accountId,
    actor: principal.principalId,
    subject: principal.principalId,
    action: 'recovery_codes.used',
    outcome: 'succeeded',
    factors: ['possession'],
    context,
    details: { left },
  })
  await tellOwner(stores, deps, principal, { template: 'recovery_code_used', left })
}
