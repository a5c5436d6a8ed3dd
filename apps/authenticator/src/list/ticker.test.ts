import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ticker, untilNextSecond } from './ticker.ts'

test('tells its listeners only when another second has begun', () => {
  let now = 59_400
  const ticker = new Ticker(() => now)
  let told = 0
  const leave = ticker.subscribe(() => {
    told += 1
  })
  now = 59_999
  ticker.tick()
  assert.deepEqual([ticker.seconds(), told], [59, 0])
  now = 60_000
  ticker.tick()
  assert.deepEqual([ticker.seconds(), told], [60, 1])
  leave()
})

test('catches up at once after a sleep, and goes back with a clock that was set back', () => {
  let now = 1_000
  const ticker = new Ticker(() => now)
  const leave = ticker.subscribe(() => {})
  now = 7_200_000
  ticker.tick()
  assert.equal(ticker.seconds(), 7200)
  now = 30_000
  ticker.tick()
  assert.equal(ticker.seconds(), 30)
  leave()
})

test('a first listener sees the time of now, not that of when the clock was made', () => {
  let now = 1_000
  const ticker = new Ticker(() => now)
  now = 90_000
  const leave = ticker.subscribe(() => {})
  assert.equal(ticker.seconds(), 90)
  leave()
})

test('the next tick falls on the next whole second', () => {
  assert.equal(untilNextSecond(0), 1000)
  assert.equal(untilNextSecond(1_001), 999)
  assert.equal(untilNextSecond(1_999.5), 0.5)
  assert.equal(untilNextSecond(-1), 1)
})
