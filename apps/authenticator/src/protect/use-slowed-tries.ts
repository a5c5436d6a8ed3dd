/** Counts wrong tries while the page is open. */
import { useRef } from 'react'
import { waitAfter } from './slowed-tries.ts'

export function useSlowedTries(now: () => number): {
  readonly waitSeconds: () => number
  readonly noteWrong: () => void
} {
  const tries = useRef({ wrong: 0, at: 0 })
  return {
    waitSeconds() {
      const { wrong, at } = tries.current
      return Math.max(0, Math.ceil(waitAfter(wrong) - (now() - at) / 1000))
    },
    noteWrong() {
      tries.current = { wrong: tries.current.wrong + 1, at: now() }
    },
  }
}
