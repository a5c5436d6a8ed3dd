/** A password that is made for somebody, to be read off a screen once and replaced. */
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'

/** Small letters and digits without those that are taken for one another: i, l, o, 0 and 1. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16
/** The largest multiple of the alphabet that a byte holds: bytes from here on would make the first letters likelier. */
const FAIR = 256 - (256 % ALPHABET.length)

/** Sixteen letters, each equally likely: 79 bits. */
export function generatePassword(random: Random): Secret<string> {
  let password = ''
  while (password.length < LENGTH) {
    for (const byte of random.bytes(LENGTH)) {
      if (byte < FAIR && password.length < LENGTH) password += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return new Secret(password)
}
