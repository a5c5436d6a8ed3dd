/** A RAM user as the console sees it. */
import type { Reply } from '@sallyport/contract'
import type { Tone } from '@sallyport/ui'

export type User = Reply<'GET /api/ram/users'>['users'][number]

export const stateFilter = ['active', 'suspended', 'removed'] as const
export const mfaFilter = ['with', 'without'] as const

/** Where a user stands with MFA: `noWay` must set it up and has nothing to prove an identity with. */
export type MfaStanding = 'on' | 'due' | 'off' | 'noWay'

/** `canVerify` by something on file that the account takes as proof. */
export function standingOf(facts: {
  readonly mfa: boolean
  readonly mfaObliged: boolean
  readonly canVerify: boolean
}): MfaStanding {
  if (facts.mfa) return 'on'
  if (!facts.mfaObliged) return 'off'
  return facts.canVerify ? 'due' : 'noWay'
}

export function mfaStanding(user: Pick<User, 'devices' | 'mfaObliged' | 'canVerify'>): MfaStanding {
  const { devices, mfaObliged, canVerify } = user
  return standingOf({ mfa: devices > 0, mfaObliged, canVerify })
}

export const mfaTones: Readonly<Record<MfaStanding, Tone>> = {
  on: 'good',
  due: 'warn',
  off: 'idle',
  noWay: 'bad',
}

export const stateTones: Readonly<Record<User['state'], Tone>> = {
  active: 'good',
  suspended: 'warn',
  removed: 'bad',
}
