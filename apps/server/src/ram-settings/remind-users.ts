/** Reminds by mail whoever must set up MFA and has not. */
import type { Reply } from '@sallyport/contract'
import { recordEvent } from '../audit/record-event.ts'
import { DAY } from '../kernel/clock.ts'
import type { Caller, RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { queueMessage } from '../notify/queue-message.ts'
import { isStillSignedIn } from '../sessions/is-still-signed-in.ts'
import type { SecuritySettings } from '../settings/settings.ts'
import { obligationOf } from '../standing/standing.ts'
import { requireProof } from '../verification/require-proof.ts'
import type { SettingsDeps } from './deps.ts'
import type { Straggler } from './store.ts'

/** Users a transaction, so that an account of any size keeps nobody else waiting. */
const PAGE = 200

/**
 * At most once a day each, by one conditional statement, so that two administrators remind nobody twice. Each page is a
 * transaction of its own with its event.
 *
 * Refuses: step_up_needed, sign_in_needed.
 */
export async function remindUsers(
  deps: SettingsDeps,
  caller: Caller,
  context: RequestContext,
): Promise<Reply<'POST /api/ram/reminders'> | Refused> {
  const needed = await requireProof(deps, caller, 'manage_users')
  if (needed) return needed
  const settings = await deps.read.settings.find(caller.accountId)
  const of = settings.whoMust === 'everyone' ? 'all' : 'marked'
  let after = ''
  let reminded = 0
  let withoutEmail = 0
  for (;;) {
    const page = await deps.read.surveys.stragglers(caller.accountId, { of, after, limit: PAGE })
    const written = page.filter(({ email }) => email !== undefined)
    withoutEmail += page.length - written.length
    const told =
      written.length === 0 ? 0 : await remindPage(deps, caller, { settings, stragglers: written }, context)
    if (isRefused(told)) return told
    reminded += told
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return { reminded, withoutEmail }
    after = last.nameKey
  }
}

function remindPage(
  deps: SettingsDeps,
  caller: Caller,
  due: { settings: SecuritySettings; stragglers: readonly Straggler[] },
  context: RequestContext,
): Promise<number | Refused> {
  const { accountId } = caller
  const now = deps.clock.now()
  return deps.atomically(async (stores) => {
    if (!(await isStillSignedIn(stores, deps, caller))) return refuse('sign_in_needed')
    let reminded = 0
    for (const straggler of due.stragglers) {
      const { principalId, email } = straggler
      if (email === undefined) continue
      const noted = await stores.users.takeReminder({ accountId, principalId }, now, now - DAY)
      if (!noted) continue
      reminded += 1
      const until = obligationOf(straggler, due.settings, now).graceUntil
      await queueMessage(stores, deps, {
        accountId,
        to: { channel: 'mail', address: email },
        content: { template: 'set_up_mfa_reminder', until },
      })
    }
    if (reminded > 0)
      await recordEvent(stores, deps.clock, {
        accountId,
        actor: caller.principalId,
        subject: '',
        action: 'users.reminded',
        outcome: 'succeeded',
        context,
        details: { reminded },
      })
    return reminded
  })
}
