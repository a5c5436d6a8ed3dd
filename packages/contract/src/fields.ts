/** Shapes that several endpoints share. Every string is bounded and every object refuses fields that it does not name. */
import { type TProperties, Type } from 'typebox'

/** An object that refuses unknown fields. */
export function exact<const P extends TProperties>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}

/** Either the shape or null. */
export function nullable<const S extends Parameters<typeof Type.Union>[0][number]>(schema: S) {
  return Type.Union([schema, Type.Null()])
}

/** An instant as RFC 3339 text in UTC with milliseconds. */
export const Instant = Type.String({ format: 'date-time', maxLength: 30, description: 'RFC 3339, UTC' })
/** A count of seconds, whole. */
export const Seconds = Type.Integer({ minimum: 0 })
export const AccountName = Type.String({ minLength: 1, maxLength: 320 })
export const Email = Type.String({ minLength: 1, maxLength: 320 })
/** Judged by the password rules, which say why; the bound here only keeps the request small. */
export const Password = Type.String({ minLength: 1, maxLength: 4096 })
/** A code as typed: spaces are allowed and dropped. */
export const TypedCode = Type.String({ minLength: 1, maxLength: 64 })
export const DeviceName = Type.String({ minLength: 1, maxLength: 256 })
export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z]{3}_[A-Za-z0-9_-]+$' })
export const Token = Type.String({ minLength: 1, maxLength: 128 })
export const Done = exact({ done: Type.Literal(true) })
export const Level = Type.Union([Type.Literal('aal1'), Type.Literal('aal2')])

/** What a verification is for. One given for one purpose opens nothing else. */
export const Purpose = Type.Union([
  Type.Literal('bind_mfa'),
  Type.Literal('manage_mfa'),
  Type.Literal('renew_recovery_codes'),
  Type.Literal('change_password'),
  Type.Literal('change_email'),
  Type.Literal('set_phone'),
  Type.Literal('set_security_questions'),
  /** Sensitive acts of the RAM console. */
  Type.Literal('manage_users'),
])

/** How identity can be verified inside a live session. */
export const VerificationMethod = Type.Union([
  Type.Literal('email'),
  Type.Literal('phone'),
  Type.Literal('security_questions'),
  Type.Literal('virtual_mfa'),
  Type.Literal('recovery_code'),
])

/** How the second step of a sign-in can be proven. */
export const SecondStepMethod = Type.Union([
  Type.Literal('virtual_mfa'),
  Type.Literal('recovery_code'),
  Type.Literal('bypass_code'),
])

export const Role = Type.Union([
  Type.Literal('owner'),
  Type.Literal('ram_administrator'),
  Type.Literal('security_auditor'),
  Type.Literal('helpdesk'),
  Type.Literal('none'),
])

/** What a session must do before it may do anything else. */
export const Owes = Type.Union([Type.Literal('nothing'), Type.Literal('new_password'), Type.Literal('mfa')])

/** A code on its way: where to (masked), when another may be sent, when it expires. */
export const CodeSent = exact({
  hint: Type.String(),
  resendInSeconds: Seconds,
  expiresAt: Instant,
})
