/** Tells privacyIDEA's enrolment in two steps by the parameters that only its QR codes have. */

/** Such a code looks like an ordinary account, and its key makes codes that never work. */
export function isTwoStep(uri: string): boolean {
  return /^\s*otpauth:\/\/[^?]*\?(?:.*&)?2step_(?:salt|difficulty|output)=/is.test(uri)
}
