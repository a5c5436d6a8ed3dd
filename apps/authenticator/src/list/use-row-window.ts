/** Follows the scrolling of the page with the rows that are drawn. */
import { type RefObject, useEffect, useState } from 'react'
import { type RowWindow, WHOLE_UP_TO, windowOf } from './window-of.ts'

/** As list.module.css has it for every row, so that a windowed list knows its height. */
const ROW_HEIGHT = 88

export function useRowWindow(list: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [place, setPlace] = useState({ top: 0, viewHeight: innerHeight })
  const isWindowed = count > WHOLE_UP_TO
  useEffect(() => {
    if (!isWindowed) return
    let frame = 0
    const look = (): void => {
      frame = 0
      const top = -(list.current?.getBoundingClientRect().top ?? 0)
      setPlace((before) => {
        const near = Math.abs(before.top - top) < ROW_HEIGHT && before.viewHeight === innerHeight
        return near ? before : { top, viewHeight: innerHeight }
      })
    }
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    look()
    addEventListener('scroll', soon, { passive: true })
    addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', soon)
      removeEventListener('resize', soon)
    }
  }, [list, isWindowed])
  return windowOf(count, ROW_HEIGHT, place.top, place.viewHeight)
}
