/** The list's one clock, by the device's time or as the user had it corrected. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useOpenVault } from '../vault/vault-context.tsx'
import { Ticker } from './ticker.ts'

const TickerContext = createContext(new Ticker(() => 0))

export function TickerProvider({ children }: { readonly children: ReactNode }) {
  const { ports, content } = useOpenVault()
  const { clockOffsetMs } = content.settings
  const ticker = useMemo(() => new Ticker(() => ports.now() + clockOffsetMs), [ports, clockOffsetMs])
  useEffect(() => {
    document.addEventListener('visibilitychange', ticker.tick)
    return () => document.removeEventListener('visibilitychange', ticker.tick)
  }, [ticker])
  return <TickerContext value={ticker}>{children}</TickerContext>
}

export function useTicker(): Ticker {
  return useContext(TickerContext)
}

/** The time step of a period in seconds: draws again at a roll-over and not before; 0 where there is no period. */
export function useTimeStep(periodSeconds: number | undefined): number {
  const { subscribe, seconds } = useTicker()
  return useSyncExternalStore(subscribe, () =>
    periodSeconds === undefined ? 0 : Math.floor(seconds() / periodSeconds),
  )
}

/** Draws again each second. */
export function useSecondsLeft(periodSeconds: number): number {
  const { subscribe, seconds } = useTicker()
  return useSyncExternalStore(subscribe, () => periodSeconds - (seconds() % periodSeconds))
}

/** Whether a moment is still to come; draws again once it has passed. */
export function useIsBefore(unixSeconds: number): boolean {
  const { subscribe, seconds } = useTicker()
  return useSyncExternalStore(subscribe, () => seconds() < unixSeconds)
}
