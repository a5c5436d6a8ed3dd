/** What a user proves itself by, as the user's page shows it. */
import type { Reply } from '@sallyport/contract'
import { findTrustedDevices } from '../access/find-trusted-devices.ts'
import { toRfc3339 } from '../kernel/clock.ts'
import type { Principal } from '../kernel/principal.ts'
import { describeDevice } from '../totp/describe-device.ts'
import type { RamUserDeps } from './deps.ts'

type Factors = Pick<
  Reply<'GET /api/ram/users/:id'>,
  'mfaDevices' | 'recoveryCodesLeft' | 'passwordChangedAt' | 'trustedBrowsers'
>

/** Names, times and numbers, never a secret. */
export async function describeFactors(
  { read, clock }: Pick<RamUserDeps, 'read' | 'clock'>,
  principal: Principal,
): Promise<Factors> {
  const [devices, recoveryCodesLeft, password, trusted] = await Promise.all([
    read.totp.list(principal),
    read.recoveryCodes.count(principal),
    read.passwords.find(principal),
    findTrustedDevices(read, { clock }, principal),
  ])
  return {
    mfaDevices: devices.map(describeDevice),
    recoveryCodesLeft,
    passwordChangedAt: password === undefined ? null : toRfc3339(password.changedAt),
    trustedBrowsers: trusted.devices.length,
  }
}
