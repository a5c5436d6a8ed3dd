import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuditEvent } from './audit-file.ts'
import { collectTrail, type Progress } from './collect-trail.ts'

const at = (seq: number) => ({ seq }) as AuditEvent
const page = (seqs: readonly number[], more: boolean) => ({
  ok: true as const,
  value: { events: seqs.map(at), more },
})

/** Pages by the place that they are asked before. */
function collect(
  pages: Record<string, ReturnType<typeof page> | { ok: false; refused: { code: 'offline' } }>,
  signal = new AbortController().signal,
) {
  const told: Progress[] = []
  let now = 0
  const collected = collectTrail({
    ask: (before) => {
      now += 2_000
      return Promise.resolve(pages[before ?? 'newest'] ?? page([], false))
    },
    clock: () => now,
    signal,
    onProgress: (progress) => told.push(progress),
  })
  return collected.then((result) => ({ result, told }))
}

test('every page is read, from the newest event to the oldest, and says how far it is', async () => {
  const { result, told } = await collect({
    newest: page([10, 9, 8], true),
    '8': page([5, 4], true),
    '4': page([1], false),
  })
  assert.ok('events' in result)
  assert.deepEqual(
    result.events.map(({ seq }) => seq),
    [10, 9, 8, 5, 4, 1],
  )
  assert.deepEqual(told, [
    { events: 3, perSecond: 2, share: 0.2 },
    { events: 5, perSecond: 1, share: 0.6 },
  ])
})

test('a page that is refused leaves no half of a trail', async () => {
  const { result } = await collect({
    newest: page([10, 9], true),
    '9': { ok: false, refused: { code: 'offline' } },
  })
  assert.deepEqual(result, { refused: { code: 'offline' } })
})

test('what is stopped asks no further', async () => {
  const { result, told } = await collect({ newest: page([10, 9], true) }, AbortSignal.abort())
  assert.deepEqual([result, told], [{ stopped: true }, []])
})
