/** Addresses as they may be shown to a browser that has not proven much, and in the audit trail. */

/** `owner@example.com` as `o•••r@example.com`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const local = Array.from(address.slice(0, at))
  const first = local[0] ?? ''
  const last = local.length > 2 ? (local.at(-1) ?? '') : ''
  return `${first}•••${last}${address.slice(at)}`
}

/** `+4915112345678` as `+49•••678`. */
export function maskPhone(number: string): string {
  return `${number.slice(0, 3)}•••${number.slice(-3)}`
}
