/** Counts wrong tries, and counts the seconds down until the next is taken. */
import { useEffect, useState } from 'react'
import { keepTries, readTries, type Tries, type TriesStorage, waitLeft } from './slowed-tries.ts'

export type SlowedTries = {
  /** 0 when a try is taken at once. */
  readonly waitSeconds: number
  readonly noteWrong: () => void
  readonly noteRight: () => void
}

export function useSlowedTries(now: () => number, storage: TriesStorage = localStorage): SlowedTries {
  const [tries, setTries] = useState<Tries>(() => readTries(storage))
  const [waitSeconds, setWait] = useState(() => waitLeft(tries, now()))
  useEffect(() => {
    const count = (): void => setWait(waitLeft(tries, now()))
    count()
    if (waitLeft(tries, now()) === 0) return
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [tries, now])
  const keep = (next: Tries): void => {
    keepTries(storage, next)
    setTries(next)
  }
  return {
    waitSeconds,
    noteWrong: () => keep({ wrong: tries.wrong + 1, at: now() }),
    noteRight: () => keep({ wrong: 0, at: 0 }),
  }
}
