/** Waits grow, end at five minutes, and are not shortened by loading the page again. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepTries, readTries, waitAfter, waitLeft } from './slowed-tries.ts'

function storage(kept: Map<string, string>) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('three wrong tries are free, then each wait is twice the one before, at most five minutes', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 9, 60].map(waitAfter), [0, 0, 0, 5, 10, 20, 300, 300])
})

test('what is left of a wait counts down, also over a reload of the page', () => {
  const kept = new Map<string, string>()
  keepTries(storage(kept), { wrong: 4, at: 1_000_000 })
  const tries = readTries(storage(kept))
  assert.deepEqual(
    [1_000_000, 1_004_500, 1_010_000, 2_000_000].map((now) => waitLeft(tries, now)),
    [10, 6, 0, 0],
  )
})

test('a clock that was set back does not lengthen a wait', () => {
  assert.equal(waitLeft({ wrong: 3, at: 9_000_000 }, 0), 5)
})

test('nothing kept, nonsense, and a browser that keeps nothing all mean that none were wrong', () => {
  assert.deepEqual(readTries(storage(new Map())), { wrong: 0, at: 0 })
  assert.deepEqual(readTries(storage(new Map([['sallyport.tries', 'x y']]))), { wrong: 0, at: 0 })
  const refusing = {
    getItem(): string | null {
      throw new Error('denied')
    },
    setItem(): void {
      throw new Error('denied')
    },
  }
  keepTries(refusing, { wrong: 1, at: 1 })
  assert.deepEqual(readTries(refusing), { wrong: 0, at: 0 })
})
