/**
 * The bars that say what was just done; their parts load with the first, which most visits never show. They go when a view
 * is opened from the list, whose buttons they would cover, and so does what is still waiting for its parts.
 */
import type { ToastWords } from '@sallyport/ui'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { ToastContext } from './use-toast.ts'
import { useView } from './view.ts'

const LoadedToasts = lazy(() => import('./loaded-toasts.tsx').then((m) => ({ default: m.LoadedToasts })))

export function LateToasts({ children }: { readonly children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly ToastWords[]>([])
  const [isLoaded, setLoaded] = useState(false)
  const { name } = useView().view
  const [place, setPlace] = useState({ name, opened: 0 })
  if (place.name !== name) {
    const leftList = place.name === 'list'
    setPlace({ name, opened: place.opened + (leftList ? 1 : 0) })
    if (leftList) setWaiting([])
  }
  const say = useCallback((words: ToastWords) => {
    setLoaded(true)
    setWaiting((before) => [...before, words])
  }, [])
  const shown = useCallback((count: number) => setWaiting((before) => before.slice(count)), [])
  return (
    <ToastContext value={say}>
      {children}
      {isLoaded && (
        <Suspense>
          <LoadedToasts place={String(place.opened)} waiting={waiting} onShown={shown} />
        </Suspense>
      )}
    </ToastContext>
  )
}
