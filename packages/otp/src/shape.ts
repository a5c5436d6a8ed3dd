/** The shape of a one-time code: what decides, besides the key, how it looks and how long it lives. */

/** SHA224, SHA384 and MD5 only occur in entries imported from elsewhere; the server binds SHA1, SHA256, SHA512. */
export type Algorithm = 'SHA1' | 'SHA224' | 'SHA256' | 'SHA384' | 'SHA512' | 'MD5'

/** The shape of a TOTP. A code has 1 to 10 digits and is shown for one period, which is one time step. */
export type Shape = {
  readonly algorithm: Algorithm
  readonly digits: number
  readonly periodSeconds: number
}

/** What every authenticator understands, and what the otpauth URI means where it says nothing. */
export const standardShape: Shape = { algorithm: 'SHA1', digits: 6, periodSeconds: 30 }
