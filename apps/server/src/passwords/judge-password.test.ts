/** Which new passwords are refused, and that nothing else is. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonPasswords } from './common-passwords.ts'
import { contextOf, judgePassword } from './judge-password.ts'

const CONTEXT = contextOf('harriet.example@harbour.example', 'Acme Accounts')

async function verdict(password: string, minimum = 8): Promise<string | undefined> {
  return (await judgePassword(password, { minimum, context: CONTEXT }))?.refused
}

test('the length is counted in code points, from the minimum to 1,024', async () => {
  const refused = await judgePassword('walnut ferry 1', { minimum: 15, context: [], field: 'password' })
  assert.deepEqual(
    [refused?.refused, refused?.told.minimumLength, refused?.told.field],
    ['password_too_short', 15, 'password'],
  )
  assert.equal(await verdict('walnut ferry 12', 15), undefined)
  assert.equal(await verdict('🦊🌵🎈🚲🧭🎻🍉', 8), 'password_too_short')
  assert.equal(await verdict('🦊🌵🎈🚲🧭🎻🍉🪁', 8), undefined)
  const long = Array.from({ length: 1024 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 37) % 900)),
  ).join('')
  assert.equal(await verdict(long), undefined)
  assert.equal(await verdict(`${long}x`), 'password_too_long')
})

test('two spellings of one password are one: NFC is judged', async () => {
  assert.equal(await verdict('e\u0301'.repeat(7)), 'password_too_short')
})

test('spaces and any script are welcome', async () => {
  for (const password of [
    '  walnut  ferry  ',
    'пингвин читает карту',
    '傘を持つ青い狐が走る',
    'walnut\tferry\u00a0lamp',
  ]) {
    assert.equal(await verdict(password), undefined, password)
  }
})

test('there are no rules of composition', async () => {
  for (const password of ['walnutferrylamp', 'WALNUTFERRYLAMP', '%$&!;:?=+~', '40917385562']) {
    assert.equal(await verdict(password), undefined, password)
  }
})

test('the fifty most used passwords of eight characters and more are refused', async () => {
  const used = [...(await commonPasswords())]
    .filter((password) => Array.from(password).length >= 8)
    .slice(0, 50)
  assert.equal(used.length, 50)
  for (const password of used) {
    for (const typed of [password, password.toUpperCase(), `${password}1!`])
      assert.notEqual(await verdict(typed), undefined, typed)
  }
})

test('well-known ones are among the common', async () => {
  for (const password of [
    'password',
    'password1',
    'iloveyou',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'superman',
    'trustno1',
    'Password123',
  ]) {
    assert.notEqual(await verdict(password), undefined, password)
  }
})

test('a walk along the keyboard and a piece over and over are refused', async () => {
  for (const password of [
    'abcdefghijkl',
    'qwertyuiopasdf',
    '1234567890123',
    'zyxwvutsrqpo',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '🦊🦊🦊🦊🦊🦊🦊🦊',
    '1qaz2wsx3edc',
    '1234qwerasdfzxcv',
    'aaaabbbbccccdddd',
    '111111111111112',
    'asdfghjkl;12345',
    'mnbvcxzlkjhgfdsa',
    'x0123456789abcde',
  ]) {
    assert.notEqual(await verdict(password), undefined, password)
  }
})

test('a password built on the address or the product is refused', async () => {
  for (const password of [
    'harriet.example',
    'harriet%Q7',
    'harbour%q7%',
    'sallyport12',
    'Acme Accounts!',
    '1harriet1',
  ]) {
    assert.equal(await verdict(password), 'password_contains_context', password)
  }
})

test('a long password that also holds such a word is not', async () => {
  assert.equal(await verdict('harriet rides a green tram to work'), undefined)
  assert.equal(await verdict('0123456789 and a walnut ferry'), undefined)
  assert.equal(await verdict('^a*b+c?(d)[e]{f}|$.g'), undefined)
})
