import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { heldClock } from '../testing/held-clock.ts'
import { playTranscript } from '../testing/transcript.ts'

test('verbs and options that are not known are refused in one line with exit code 2', async () => {
  const { actual, expected } = await playTranscript(join(import.meta.dirname, 'command-line.transcript.txt'))
  assert.equal(actual, expected)
})

test('totp prints the code alone, from a key in any spelling, a URI, or standard input', async () => {
  // RFC 6238, appendix B: at 59 s the eight digits for this key are 94287082.
  const { actual, expected } = await playTranscript(join(import.meta.dirname, 'totp.transcript.txt'), {
    clock: heldClock(59_000),
  })
  assert.equal(actual, expected)
})
