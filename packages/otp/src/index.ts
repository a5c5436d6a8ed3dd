/**
 * One-time codes: made, checked, written down and read. RFC 4226 (HOTP), RFC 6238 (TOTP), RFC 4648 (base32) and the
 * otpauth URI, synchronous, for servers and browsers alike, and without a dependency on either.
 */
export { type Base32Reading, type Base32Remark, decodeBase32 } from './base32/decode-base32.ts'
export { encodeBase32 } from './base32/encode-base32.ts'
export { groupKey } from './base32/group-key.ts'
export type { Base32Suggestion } from './base32/suggest-key.ts'
export { type CodeCheck, type CodeWindow, checkCode } from './check/check-code.ts'
export { checkPair, type PairCheck, type PairWindow } from './check/check-pair.ts'
export { diagnosePair, type PairDiagnosis } from './check/diagnose-pair.ts'
export { normaliseCode } from './check/normalise-code.ts'
export { hotp } from './hotp.ts'
export type {
  OtpauthProblem,
  OtpauthReading,
  OtpauthRefusal,
  OtpauthRemark,
  OtpauthUri,
} from './otpauth/otpauth-uri.ts'
export { readOtpauthUri } from './otpauth/read-otpauth-uri.ts'
export { type OtpauthParts, writeOtpauthUri } from './otpauth/write-otpauth-uri.ts'
export { type Algorithm, type Shape, standardShape } from './shape.ts'
export { steamCode } from './steam-code.ts'
export { timeStep } from './time-step.ts'
export { totp } from './totp.ts'
