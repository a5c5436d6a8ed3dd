/** The bars that say what was just done; their parts load with the first, which most visits never show. */
import type { ToastWords } from '@sallyport/ui'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { ToastContext } from './use-toast.ts'

const LoadedToasts = lazy(() => import('./loaded-toasts.tsx').then((m) => ({ default: m.LoadedToasts })))

export function LateToasts({ children }: { readonly children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly ToastWords[]>([])
  const [isLoaded, setLoaded] = useState(false)
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
          <LoadedToasts waiting={waiting} onShown={shown} />
        </Suspense>
      )}
    </ToastContext>
  )
}
