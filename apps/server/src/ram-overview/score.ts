/** How well an account is guarded, as a number and as what to do next. */
import type { Reply } from '@sallyport/contract'
import { isObliged } from '../settings/is-obliged.ts'
import type { SecuritySettings } from '../settings/settings.ts'
import type { UserCounts } from './store.ts'

/** Active users who have a device. */
export type WithMfa = { readonly withMfa: number; readonly markedWithMfa: number }

export type Advice = Reply<'GET /api/ram/overview'>['advice'][number]

/** Fewer codes are left than an owner should rely on. */
const FEW_CODES = 3

/** What each thing is worth; together 100. */
const WORTH = {
  ownerMfa: 30,
  ownerRecoveryCodes: 10,
  usersWithMfa: 30,
  everyoneMust: 10,
  nobodyBehind: 10,
  nobodyIdle: 5,
  networks: 5,
} as const

/** Active users whom the settings oblige and who have no device. */
export function obligedWithoutMfa(
  settings: Pick<SecuritySettings, 'whoMust'>,
  counts: UserCounts & WithMfa,
): number {
  return isObliged(settings, { mfaBindRequired: false })
    ? counts.active - counts.withMfa
    : counts.marked - counts.markedWithMfa
}

/** Advice comes in order of what it is worth. */
export function judge(
  owner: { readonly devices: number; readonly recoveryCodes: number },
  settings: Pick<SecuritySettings, 'whoMust' | 'networks'>,
  counts: UserCounts & WithMfa,
): { readonly score: number; readonly advice: readonly Advice[] } {
  const advice: Advice[] = []
  let score = 0
  const rate = (worth: number, share: number, otherwise: Advice | undefined): void => {
    score += worth * share
    if (share < 1 && otherwise !== undefined) advice.push(otherwise)
  }
  rate(WORTH.ownerMfa, owner.devices > 0 ? 1 : 0, 'bind_owner_mfa')
  const keepsCodes = owner.devices > 0 && owner.recoveryCodes >= FEW_CODES
  rate(WORTH.ownerRecoveryCodes, keepsCodes ? 1 : 0, owner.devices > 0 ? 'owner_recovery_codes' : undefined)
  rate(WORTH.usersWithMfa, counts.active === 0 ? 1 : counts.withMfa / counts.active, undefined)
  rate(WORTH.everyoneMust, settings.whoMust === 'everyone' ? 1 : 0, 'enforce_mfa')
  rate(WORTH.nobodyBehind, obligedWithoutMfa(settings, counts) === 0 ? 1 : 0, 'remind_users')
  rate(WORTH.nobodyIdle, counts.idle === 0 ? 1 : 0, 'remove_idle_users')
  rate(WORTH.networks, settings.networks.length > 0 ? 1 : 0, 'set_networks')
  return { score: Math.floor(score), advice }
}
