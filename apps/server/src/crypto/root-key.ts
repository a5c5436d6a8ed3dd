/** Where the root key comes from: a variable, a named file, or a file made in the data folder. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import type { Random } from '../kernel/random.ts'
import { Secret } from '../kernel/secret.ts'

const KEY_BYTES = 32

/**
 * Reads the root key from base64 text (32 bytes).
 *
 * Throws a sentence for the operator when it is not that.
 */
export function rootKeyFromText(text: string, from: string): Secret<Uint8Array> {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== KEY_BYTES) throw new Error(`${from} must hold 32 bytes as base64`)
  return new Secret(new Uint8Array(bytes))
}

/**
 * Reads the root key file, making it (mode 0600) when `make` says so and it is missing.
 *
 * Throws when group or others can read it: the key is then not a secret.
 */
export function rootKeyFromFile(path: string, make: { random: Random } | undefined): Secret<Uint8Array> {
  if (!existsSync(path)) {
    if (make === undefined) throw new Error(`the root key file ${path} does not exist`)
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${Buffer.from(make.random.bytes(KEY_BYTES)).toString('base64')}\n`)
    fsyncSync(file)
    closeSync(file)
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`the root key file ${path} can be read by others; run: chmod 600 ${path}`)
  }
  return rootKeyFromText(readFileSync(path, 'utf8'), `the root key file ${path}`)
}
