/** What is none of the formats is refused with a word about what it is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readImport } from './read-import.ts'

function read(text: string) {
  return readImport(new TextEncoder().encode(text), undefined)
}

test('refuses what is no export at all, and never calls it an empty one', async () => {
  for (const text of ['', ' \n', 'hello', '{}', '[]', 'null', '"x"', '<html></html>', '# otpauth:// \n'])
    assert.deepEqual(
      await read(text),
      { state: 'refused', format: undefined, problem: 'format_unknown' },
      text,
    )
})

test('tells an OpenPGP message and a database of a phone', async () => {
  const openpgp = { state: 'refused', format: undefined, problem: 'openpgp' }
  assert.deepEqual(await read('-----BEGIN PGP MESSAGE-----\n\nhQE=\n'), openpgp)
  const database = { state: 'refused', format: undefined, problem: 'database_of_phone' }
  assert.deepEqual(await read('SQLite format 3\0\u0010\0'), database)
})

test('refuses a file beyond its limit before it looks at it', async () => {
  const reading = await readImport(new Uint8Array(32 * 1024 * 1024 + 1), undefined)
  assert.deepEqual(reading, { state: 'refused', format: undefined, problem: 'file_too_large' })
})

test('takes no account out of JSON that was cut short', async () => {
  const text = '{"items":[{"login":{\n"totp":"otpauth://totp/Bank:ann?secret=JBSWY3DPEHPK3PXP&issuer=Bank",'
  assert.deepEqual(await read(text), { state: 'refused', format: undefined, problem: 'format_unknown' })
})
