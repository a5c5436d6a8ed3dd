/** Identifiers that carry their kind, in the compiler and in the eye of whoever reads a log line. */
import type { Random } from './random.ts'

/** 16 digits, never starting with 0. */
export type AccountId = `${bigint}`
export type PrincipalId = `prn_${string}`
export type SessionId = `ses_${string}`
export type AttemptId = `att_${string}`
export type RegistrationId = `reg_${string}`
export type VerificationId = `ver_${string}`
export type BindingId = `bnd_${string}`
/** A virtual MFA device. */
export type MfaDeviceId = `mfa_${string}`
/** A known browser. */
export type KnownDeviceId = `dev_${string}`
export type GroupId = `grp_${string}`
export type MessageId = `msg_${string}`
/** A password that a user had before. */
export type PastPasswordId = `pwd_${string}`
export type ChangeId = `chg_${string}`
/** What tries are counted against: one sign-in attempt, one verification, one change of address. */
export type ChallengeId = AttemptId | VerificationId | RegistrationId | ChangeId

const ID_BYTES = 16

/** A fresh id of a kind: the prefix and 128 random bits in base64url. */
export function newId<
  P extends 'prn' | 'ses' | 'att' | 'reg' | 'ver' | 'bnd' | 'mfa' | 'dev' | 'msg' | 'chg' | 'grp' | 'pwd',
>(prefix: P, random: Random): `${P}_${string}` {
  return `${prefix}_${Buffer.from(random.bytes(ID_BYTES)).toString('base64url')}`
}

/** A fresh account id: 16 decimal digits, the first not zero. */
export function newAccountId(random: Random): AccountId {
  const first = 1 + (Number.parseInt(random.digits(6), 10) % 9)
  return `${first}${random.digits(15)}` as AccountId
}
