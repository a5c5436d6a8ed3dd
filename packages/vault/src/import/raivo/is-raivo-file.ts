/** The name that Raivo gives the accounts in its archive. */

export function isRaivoFile(name: string): boolean {
  return name.endsWith('raivo-otp-export.json')
}
