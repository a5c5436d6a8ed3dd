/** The camera while a view shows it: opened, given back when the page goes out of sight, and opened anew when it returns. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Camera, type CameraProblem, type Lens, openCamera } from './camera.ts'
import { keepLens, lensKept } from './kept-lens.ts'

export type CameraState =
  | { readonly state: 'starting' | 'paused' }
  | { readonly state: 'on'; readonly camera: Camera; readonly lenses: readonly Lens[] }
  | { readonly state: 'problem'; readonly problem: CameraProblem }

export type UsedCamera = {
  readonly now: CameraState
  readonly video: RefObject<HTMLVideoElement | null>
  readonly choose: (lensId: string) => void
  readonly retry: () => void
}

export function useCamera(): UsedCamera {
  const [now, setNow] = useState<CameraState>({ state: 'starting' })
  const [attempt, setAttempt] = useState(0)
  const video = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    // Counts openings, so that one which answers late is given back at once.
    let opening = attempt
    let camera: Camera | undefined
    const close = (): void => {
      opening += 1
      camera?.stop()
      camera = undefined
    }
    const open = async (): Promise<void> => {
      close()
      const mine = opening
      setNow({ state: 'starting' })
      const made = await openCamera(navigator.mediaDevices, lensKept())
      if (mine !== opening) {
        if (made.ok) made.camera.stop()
        return
      }
      if (!made.ok) return setNow({ state: 'problem', problem: made.problem })
      camera = made.camera
      const lenses = await camera.lenses().catch(() => [])
      if (mine !== opening) return
      if (video.current !== null) video.current.srcObject = camera.stream
      setNow({ state: 'on', camera, lenses })
      await video.current?.play().catch(() => undefined)
    }
    const seen = (): void => {
      if (document.visibilityState === 'visible') return void open()
      close()
      setNow({ state: 'paused' })
    }
    seen()
    document.addEventListener('visibilitychange', seen)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      close()
    }
  }, [attempt])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  const choose = useCallback(
    (lensId: string) => {
      keepLens(lensId)
      retry()
    },
    [retry],
  )
  return { now, video, choose, retry }
}
