/** Compares the device's clock with that of the app's own server, when the app starts and whenever it comes back. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Ports } from '../host/ports.ts'
import { offsetOf } from './offset-of.ts'

/** Milliseconds to add to the device's clock; undefined while nothing is known, as offline. */
export type Clock = { readonly offsetMs: number | undefined; readonly measure: () => void }

/** A small file that no cache keeps: only the date of its answer is of interest. */
const FILE = '/clock.txt'

const ClockContext = createContext<Clock>({ offsetMs: undefined, measure: () => undefined })

export function ClockProvider({ ports, children }: { readonly ports: Ports; readonly children: ReactNode }) {
  const [offsetMs, setOffset] = useState<number>()
  const measure = useCallback(() => {
    if (!navigator.onLine) return
    const asked = ports.now()
    fetch(FILE, { method: 'HEAD', cache: 'no-store' }).then(
      (answer) => {
        const offset = answer.ok ? offsetOf(answer.headers.get('date'), asked, ports.now()) : undefined
        if (offset !== undefined) setOffset(offset)
      },
      () => {
        // The server does not answer: what was measured before still holds.
      },
    )
  }, [ports])
  useEffect(() => {
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') measure()
    }
    measure()
    addEventListener('online', measure)
    document.addEventListener('visibilitychange', comeBack)
    return () => {
      removeEventListener('online', measure)
      document.removeEventListener('visibilitychange', comeBack)
    }
  }, [measure])
  const clock = useMemo(() => ({ offsetMs, measure }), [offsetMs, measure])
  return <ClockContext value={clock}>{children}</ClockContext>
}

export function useClock(): Clock {
  return useContext(ClockContext)
}
