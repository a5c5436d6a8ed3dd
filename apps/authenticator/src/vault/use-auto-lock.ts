/** Locks the vault after a while without a touch, and covers the page while nobody can be looking at it. */
import { useEffect } from 'react'
import { useOpenVault } from './vault-context.tsx'

const MINUTE_MS = 60_000
const CHECK_EVERY_MS = 5_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Does nothing where this browser opens the vault without asking, or where the user wants none. */
export function useAutoLock(): void {
  const { keeper, ports, content, slots } = useOpenVault()
  const minutes = content.settings.lockAfterMinutes
  const byDevice = slots.some((slot) => slot.kind === 'device')
  useEffect(() => {
    if (minutes === 0 || byDevice) return
    let touchedAt = ports.now()
    const touch = (): void => {
      check()
      touchedAt = ports.now()
    }
    const check = (): void => {
      if (ports.now() - touchedAt >= minutes * MINUTE_MS) keeper.lock()
    }
    // A page in the background is not woken by its timer: it is looked at when it comes back, before a touch counts.
    document.addEventListener('visibilitychange', check)
    const timer = setInterval(check, CHECK_EVERY_MS)
    for (const name of TOUCHES) addEventListener(name, touch, { passive: true })
    return () => {
      document.removeEventListener('visibilitychange', check)
      clearInterval(timer)
      for (const name of TOUCHES) removeEventListener(name, touch)
    }
  }, [keeper, ports, minutes, byDevice])
}

/** So that the picture which a phone shows of its open apps has no codes in it. */
export function useCover(): void {
  useEffect(() => {
    const root = document.documentElement
    const cover = (): void => {
      root.toggleAttribute('data-covered', document.visibilityState === 'hidden')
    }
    document.addEventListener('visibilitychange', cover)
    return () => {
      document.removeEventListener('visibilitychange', cover)
      root.removeAttribute('data-covered')
    }
  }, [])
}
