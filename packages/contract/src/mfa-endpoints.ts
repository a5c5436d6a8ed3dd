/** The wire of virtual MFA devices and recovery codes. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { DeviceName, Done, exact, Id, Instant, nullable, TypedCode } from './fields.ts'

export const VirtualMfaDevice = exact({
  id: Id,
  name: Type.String(),
  serial: Type.String({ description: 'acs:ram::<accountId>:mfa/<slug>' }),
  boundAt: Instant,
  lastUsedAt: nullable(Instant),
  /** How far the device's clock is off, in whole seconds; positive is ahead. */
  clockOffsetSeconds: Type.Integer(),
})

/** A device that waits for its two codes. The key is shown this once. */
export const PendingDevice = exact({
  bindingId: Id,
  key: Type.String({ description: 'base32 without padding' }),
  uri: Type.String({ description: 'otpauth URI' }),
  issuer: Type.String(),
  account: Type.String(),
  algorithm: Type.String(),
  digits: Type.Integer(),
  periodSeconds: Type.Integer(),
  suggestedName: Type.String(),
  expiresAt: Instant,
  serverTime: Instant,
})

const recoveryCodes = Type.Array(Type.String({ description: 'such as 07-ABCD-EFGH-JKMN-PQRS' }))

export const mfaEndpoints = defineEndpoints({
  'POST /api/mfa/binding': {
    access: 'owing',
    tag: 'Virtual MFA',
    summary: 'Begin to bind a device: a new key; an earlier pending device is replaced',
    reply: PendingDevice,
    refusals: [
      'sign_in_needed',
      'new_password_required',
      'permission_denied',
      'verification_needed',
      'device_limit',
    ],
  },
  'POST /api/mfa/binding/confirm': {
    access: 'owing',
    tag: 'Virtual MFA',
    summary: 'Bind the pending device with two consecutive codes',
    body: exact({ bindingId: Id, deviceName: DeviceName, firstCode: TypedCode, secondCode: TypedCode }),
    reply: exact({
      device: VirtualMfaDevice,
      /** Ten codes with the first device; empty when the principal had codes already, or may have none. */
      recoveryCodes,
      recoveryCodesLeft: Type.Integer(),
      /** False where the account has recovery codes of users switched off. */
      recoveryCodesAllowed: Type.Boolean(),
    }),
    refusals: [
      'sign_in_needed',
      'new_password_required',
      'permission_denied',
      'verification_needed',
      'binding_missing',
      'binding_expired',
      'code_malformed',
      'binding_codes_same',
      'binding_codes_not_consecutive',
      'binding_clock_off',
      'binding_other_shape',
      'binding_codes_wrong',
      'device_name_taken',
      'device_name_invalid',
      'device_limit',
      'attempt_dead',
      'server_busy',
    ],
  },
  'GET /api/mfa/devices': {
    access: 'session',
    tag: 'Virtual MFA',
    summary: 'The bound devices',
    reply: Type.Array(VirtualMfaDevice),
    refusals: ['sign_in_needed'],
  },
  'PATCH /api/mfa/devices/:id': {
    access: 'session',
    tag: 'Virtual MFA',
    summary: 'Rename a device',
    params: exact({ id: Id }),
    body: exact({ name: DeviceName }),
    reply: VirtualMfaDevice,
    refusals: [
      'sign_in_needed',
      'permission_denied',
      'step_up_needed',
      'device_not_found',
      'device_name_taken',
      'device_name_invalid',
    ],
  },
  'DELETE /api/mfa/devices/:id': {
    access: 'session',
    tag: 'Virtual MFA',
    summary: 'Remove a device; its codes stop working and every address is told',
    params: exact({ id: Id }),
    reply: Done,
    refusals: [
      'sign_in_needed',
      'permission_denied',
      'step_up_needed',
      'device_not_found',
      'last_factor_required',
    ],
  },
  'POST /api/recovery-codes': {
    access: 'session',
    tag: 'Virtual MFA',
    summary: 'Make ten new recovery codes; all earlier ones stop working',
    reply: exact({ recoveryCodes }),
    refusals: ['sign_in_needed', 'step_up_needed', 'method_unavailable', 'server_busy'],
  },
})
