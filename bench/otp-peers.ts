/** The ways to check a code that a user would pick instead: two libraries, and node:crypto by hand. */
import { createHmac } from 'node:crypto'

/** Checks one wrong or right code of 6 digits, SHA-1, 30 seconds, in a window of three. */
export type CodeChecker = {
  readonly name: string
  /** Keys are numbered, so that each checker may hold them in the form it likes best. */
  readonly check: (keyNumber: number, code: string, unixSeconds: number) => boolean
}

/** HMAC as Node ships it, and otherwise no more work than must be: the codes are compared as numbers. */
export function handWritten(keys: readonly Uint8Array[]): CodeChecker {
  return {
    name: 'node:crypto createHmac',
    check(keyNumber, code, unixSeconds) {
      const key = keys[keyNumber] ?? new Uint8Array()
      const typed = Number(code)
      const step = Math.floor(unixSeconds / 30)
      let isMatch = false
      for (let candidate = step - 1; candidate <= step + 1; candidate++) {
        const message = Buffer.alloc(8)
        message.writeBigUInt64BE(BigInt(candidate))
        const mac = createHmac('sha1', key).update(message).digest()
        const offset = (mac[19] ?? 0) & 15
        if ((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000 === typed) isMatch = true
      }
      return isMatch
    },
  }
}

type Otplib = {
  readonly verifySync: (options: {
    secret: Uint8Array
    token: string
    epoch: number
    epochTolerance: number
  }) => { valid: boolean }
}

type Otpauth = {
  readonly Secret: new (options: { buffer: ArrayBufferLike }) => object
  readonly TOTP: {
    readonly validate: (options: {
      secret: object
      token: string
      timestamp: number
      window: number
    }) => number | null
  }
}

/** The libraries that are installed, with their defaults; keys are bytes already, so nobody decodes base32. */
export async function installedLibraries(keys: readonly Uint8Array[]): Promise<readonly CodeChecker[]> {
  const found: CodeChecker[] = []
  const otplib = (await installed('otplib')) as Otplib | undefined
  if (otplib !== undefined)
    found.push({
      name: 'otplib',
      check: (keyNumber, token, epoch) =>
        otplib.verifySync({ secret: keys[keyNumber] ?? new Uint8Array(), token, epoch, epochTolerance: 30 })
          .valid,
    })

  const otpauth = (await installed('otpauth')) as Otpauth | undefined
  if (otpauth !== undefined) {
    const secrets = keys.map((key) => new otpauth.Secret({ buffer: key.slice().buffer }))
    found.push({
      name: 'otpauth',
      check: (keyNumber, token, unixSeconds) =>
        otpauth.TOTP.validate({
          secret: secrets[keyNumber] ?? {},
          token,
          timestamp: unixSeconds * 1000,
          window: 1,
        }) !== null,
    })
  }
  return found
}

async function installed(name: string): Promise<unknown> {
  try {
    return await import(name)
  } catch {
    return undefined
  }
}
