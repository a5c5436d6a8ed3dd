/** What happens when nobody is there: the vault locks, the page is covered, and what was noted goes to the disk. */
import { useEffect } from 'react'
import { useOpenVault } from './vault-context.tsx'

const MINUTE_MS = 60_000
const CHECK_EVERY_MS = 5_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks this page alone: another one may be in use. Does nothing where this browser opens the vault without asking, or
 * where the user wants none.
 */
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
      if (ports.now() - touchedAt >= minutes * MINUTE_MS) void keeper.lockHere()
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

/** A page that is hidden may never be shown again, and is told of nothing later. */
export function useKeepUses(): void {
  const { keeper } = useOpenVault()
  useEffect(() => {
    // That an account was used is worth no message where it cannot be kept.
    const keep = (): void => void keeper.keepUses().catch(() => undefined)
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') keep()
    }
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', keep)
    }
  }, [keeper])
}
