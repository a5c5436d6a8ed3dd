/** A RAM user as the console sees it. */
import type { Reply } from '@sallyport/contract'
import type { Tone } from '@sallyport/ui'

export type User = Reply<'GET /api/ram/users'>['users'][number]

export const stateFilter = ['active', 'suspended', 'removed'] as const
export const mfaFilter = ['with', 'without'] as const

/** Where a user stands with MFA: `noWay` must set it up and has nothing to prove an identity with. */
export type MfaStanding = 'on' | 'due' | 'off' | 'noWay'

/** A user who must, and cannot, is named before everybody else. */
export function mfaStanding(user: Pick<User, 'devices' | 'mfaObliged' | 'email' | 'phone'>): MfaStanding {
  if (user.devices > 0) return 'on'
  if (!user.mfaObliged) return 'off'
  return user.email === null && user.phone === null ? 'noWay' : 'due'
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
