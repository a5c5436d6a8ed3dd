import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageParts } from './message-parts.ts'

const origin = 'http://localhost:8080'

test('the first six-digit number is the code, later ones and longer ones are text', () => {
  const parts = messageParts('Account 1234567890123456: 318204 is your code, not 999999.', origin)
  assert.deepEqual(
    parts.filter(({ kind }) => kind === 'code').map(({ text }) => text),
    ['318204'],
  )
  assert.equal(
    parts.map(({ text }) => text).join(''),
    'Account 1234567890123456: 318204 is your code, not 999999.',
  )
})

test('only addresses of this origin can be pressed', () => {
  const links = messageParts(`Go to ${origin}/register#token=abc or http://evil.example/ now`, origin)
  assert.deepEqual(
    links.filter(({ kind }) => kind === 'link').map(({ text }) => text),
    [`${origin}/register#token=abc`],
  )
})

test('the comma after an address is not part of it', () => {
  const links = messageParts(`sign in at ${origin}/security, then look. See ${origin}/.`, origin)
  assert.deepEqual(
    links.filter(({ kind }) => kind === 'link').map(({ text }) => text),
    [`${origin}/security`, `${origin}/`],
  )
})
