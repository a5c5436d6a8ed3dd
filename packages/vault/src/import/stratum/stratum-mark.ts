/** Tells Stratum's encrypted backups by the name that the app once had. */

const MARKS = { AUTHENTICATORPRO: 'strong', AuthenticatorPro: 'legacy' } as const

export function stratumMark(bytes: Uint8Array): 'strong' | 'legacy' | undefined {
  const mark = String.fromCharCode(...bytes.subarray(0, 16))
  return mark === 'AUTHENTICATORPRO' || mark === 'AuthenticatorPro' ? MARKS[mark] : undefined
}
