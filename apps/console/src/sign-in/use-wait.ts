/** A countdown until something may be done again. */
import { readClock, useNow } from '@sallyport/ui'
import { useCallback, useState } from 'react'

/** Whole seconds left, 0 when there is nothing to wait for; `begin` starts over. */
export type Wait = { readonly secondsLeft: number; readonly begin: (seconds: number) => void }

/** @param until a moment in milliseconds to begin with, as after a reload */
export function useWait(until = 0): Wait {
  const [end, setEnd] = useState(until)
  const [now, setNow] = useState(readClock)
  const ticking = end > now
  const clock = useNow(ticking ? 500 : null)
  if (clock > now) setNow(clock)
  const begin = useCallback((seconds: number) => {
    const start = readClock()
    setNow(start)
    setEnd(start + seconds * 1000)
  }, [])
  return { secondsLeft: Math.max(0, Math.ceil((end - now) / 1000)), begin }
}
