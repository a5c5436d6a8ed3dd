/** Checks a bypass code, which has five tries of its own whatever the attempts. */
import type { Mac } from '../crypto/mac.ts'
import type { Atomically } from '../kernel/atomically.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import type { Proved } from '../kernel/proved.ts'
import { type Refused, refuse } from '../kernel/refusal.ts'
import { macParts, readBypassCode } from './bypass-code.ts'
import type { BypassCodeStore } from './store.ts'

type Deps = { atomically: Atomically<{ bypassCodes: BypassCodeStore }>; clock: Clock; mac: Mac }

/**
 * The try is committed before anything is compared. No code, one that is over and a wrong one are answered alike.
 *
 * Refuses: code_malformed, code_wrong.
 */
export async function checkBypassCode(
  deps: Deps,
  principal: Principal,
  typed: string,
): Promise<Proved<{ bypassCodes: BypassCodeStore }> | Refused> {
  const letters = readBypassCode(typed)
  if (letters === undefined) return refuse('code_malformed', { field: 'code' })
  const mac = await deps.atomically(({ bypassCodes }) => bypassCodes.takeTry(principal, deps.clock.now()))
  if (mac === undefined) return refuse('code_wrong', { field: 'code' }, 'bypass_code_none')
  if (!deps.mac.matches('bypass_code', macParts(principal, letters), mac))
    return refuse('code_wrong', { field: 'code' }, 'bypass_code_wrong')
  return {
    proof: { kind: 'bypass_code', factorClass: 'possession', source: 'bypass_code', at: deps.clock.now() },
    spend: ({ bypassCodes }) => bypassCodes.spend(principal, mac, deps.clock.now()),
  }
}
