/** Looks at the camera's picture about ten times a second, with a decoder that is loaded with the first look. */
import { type RefObject, useEffect, useRef } from 'react'
import { squareOfVideo } from '../decode/pixels-of.ts'

const PAUSE_MS = 80

/**
 * Calls back with the texts of each frame that has any, and waits for the answer before it looks again.
 *
 * @param looking false stops it
 */
export function useFrames(
  video: RefObject<HTMLVideoElement | null>,
  looking: boolean,
  onTexts: (texts: readonly string[]) => Promise<void>,
): void {
  const call = useRef(onTexts)
  useEffect(() => {
    call.current = onTexts
  })
  useEffect(() => {
    if (!looking) return
    let stopped = false
    const look = async (): Promise<void> => {
      const { readFrame } = await import('../decode/read-codes.ts')
      const canvas = document.createElement('canvas')
      for (let number = 0; !stopped; number += 1) {
        const pixels = video.current === null ? undefined : squareOfVideo(video.current, canvas)
        const texts = pixels === undefined ? [] : await readFrame(pixels, number)
        if (texts.length > 0 && !stopped) await call.current(texts)
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
    void look()
    return () => {
      stopped = true
    }
  }, [looking, video])
}
