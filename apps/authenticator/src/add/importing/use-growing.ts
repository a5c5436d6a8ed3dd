/** Draws a long list bit by bit: more of it as its end comes near. */
import { type RefObject, useEffect, useRef, useState } from 'react'

const STEP = 100

/** How many to draw, and the element that stands after them. */
export function useGrowing(total: number): {
  readonly shown: number
  readonly end: RefObject<HTMLDivElement | null>
} {
  const [shown, setShown] = useState(STEP)
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = end.current
    if (element === null || shown >= total) return
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setShown((count) => count + STEP)
      },
      { rootMargin: '1000px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown, total])
  return { shown: Math.min(shown, total), end }
}
