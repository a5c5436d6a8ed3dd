/** How wide a place is, for what must be drawn to measure. */
import { useLayoutEffect, useRef, useState } from 'react'

/** 0 until it is known. */
export function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const place = box.current
    if (place === null) return
    setWidth(Math.floor(place.clientWidth))
    const observer = new ResizeObserver(() => setWidth(Math.floor(place.clientWidth)))
    observer.observe(place)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
