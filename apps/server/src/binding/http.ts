/** The doors of virtual MFA devices and recovery codes. */
import { encodeBase32, writeOtpauthUri } from '@sallyport/otp'
import { type Route, route } from '../http/route.ts'
import { type Instant, toRfc3339 } from '../kernel/clock.ts'
import type { BindingId, MfaDeviceId } from '../kernel/ids.ts'
import type { Caller } from '../kernel/principal.ts'
import { isRefused, type Refused, refuse } from '../kernel/refusal.ts'
import { refuseOwed } from '../standing/refuse-owed.ts'
import { describeDevice } from '../totp/describe-device.ts'
import { type BegunDevice, beginDevice } from './begin-device.ts'
import { bindDevice } from './bind-device.ts'
import type { BindingDeps } from './deps.ts'
import { removeDevice } from './remove-device.ts'
import { renameDevice } from './rename-device.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'

export function bindingRoutes(deps: BindingDeps): readonly Route[] {
  return [
    route('POST /api/mfa/binding', async ({ caller, context }) => {
      const refused = await refuseBinding(deps, caller)
      if (refused) return refused
      const begun = await beginDevice(deps, caller, context)
      return isRefused(begun) ? begun : describePending(begun, deps.clock.now())
    }),
    route('POST /api/mfa/binding/confirm', async ({ body, caller, context, cookies }) => {
      const refused = await refuseBinding(deps, caller)
      if (refused) return refused
      const input = {
        ...body,
        bindingId: body.bindingId as BindingId,
        deviceTokens: cookies.deviceTokens(),
      }
      const bound = await bindDevice(deps, caller, input, context)
      if (isRefused(bound)) return bound
      cookies.set('session', bound.sessionToken)
      cookies.setDeviceTokens(bound.deviceTokens)
      return {
        device: describeDevice(bound.device),
        recoveryCodes: [...bound.recoveryCodes.open()],
        recoveryCodesLeft: bound.recoveryCodesLeft,
        recoveryCodesAllowed: bound.recoveryCodesAllowed,
      }
    }),
    route('GET /api/mfa/devices', async ({ caller }) =>
      (await deps.read.totp.list(caller)).map(describeDevice),
    ),
    route('PATCH /api/mfa/devices/:id', async ({ params, body, caller, context }) => {
      const refused = await refuseManaging(deps, caller)
      if (refused) return refused
      const input = { deviceId: params.id as MfaDeviceId, name: body.name }
      const renamed = await renameDevice(deps, caller, input, context)
      return isRefused(renamed) ? renamed : describeDevice(renamed)
    }),
    route('DELETE /api/mfa/devices/:id', async ({ params, caller, context, cookies }) => {
      const refused = await refuseManaging(deps, caller)
      if (refused) return refused
      const removed = await removeDevice(deps, caller, params.id as MfaDeviceId, context)
      if (isRefused(removed)) return removed
      cookies.set('session', removed.sessionToken)
      return { done: true }
    }),
    route('POST /api/recovery-codes', async ({ caller, context }) => {
      const renewed = await renewRecoveryCodes(deps, caller, context)
      return isRefused(renewed) ? renewed : { recoveryCodes: [...renewed.recoveryCodes.open()] }
    }),
  ]
}

/** Where users may not manage their devices, they still set up the first one, and the one that they owe. */
async function refuseBinding(deps: BindingDeps, caller: Caller): Promise<Refused | undefined> {
  if (caller.owes === 'mfa') return undefined
  const owed = refuseOwed(caller.owes)
  if (owed || caller.kind === 'main' || (await deps.read.totp.count(caller)) === 0) return owed
  return refuseManaging(deps, caller)
}

async function refuseManaging(deps: BindingDeps, caller: Caller): Promise<Refused | undefined> {
  if (caller.kind === 'main') return undefined
  const { usersManageDevices } = await deps.read.settings.find(caller.accountId)
  return usersManageDevices ? undefined : refuse('permission_denied')
}

/** The one reply that holds the key. */
function describePending(begun: BegunDevice, now: Instant) {
  const { pending, issuer, account } = begun
  const { algorithm, digits, periodSeconds } = pending.shape
  const key = begun.key.open()
  return {
    bindingId: pending.bindingId,
    key: encodeBase32(key),
    uri: writeOtpauthUri({ issuer, account, key, ...pending.shape }),
    issuer,
    account,
    algorithm,
    digits,
    periodSeconds,
    suggestedName: begun.suggestedName,
    expiresAt: toRfc3339(pending.expiresAt),
    serverTime: toRfc3339(now),
  }
}
