/** Follows the scrolling of the page with the rows that are drawn. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { type RowWindow, WHOLE_UP_TO, windowOf } from './window-of.ts'

/** Until a row was measured. */
const GUESS_PIXELS = 76

/**
 * Rows of a windowed list are all as high as the highest that was drawn, so that their places can be counted; another
 * width measures anew.
 */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
): RowWindow & { readonly rowHeight: number | undefined } {
  const [view, setView] = useState({ top: 0, height: innerHeight, width: innerWidth })
  const [row, setRow] = useState({ width: innerWidth, height: 0 })
  const isWindowed = count > WHOLE_UP_TO
  const known = row.width === view.width ? row.height : 0
  const rowHeight = known === 0 ? GUESS_PIXELS : known

  useEffect(() => {
    if (!isWindowed) return
    let frame = 0
    const look = (): void => {
      frame = 0
      const top = -(list.current?.getBoundingClientRect().top ?? 0)
      setView((before) => {
        const isNear = Math.abs(before.top - top) < rowHeight
        if (isNear && before.height === innerHeight && before.width === innerWidth) return before
        return { top, height: innerHeight, width: innerWidth }
      })
    }
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    soon()
    addEventListener('scroll', soon, { passive: true })
    addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', soon)
      removeEventListener('resize', soon)
    }
  }, [list, isWindowed, rowHeight])

  useLayoutEffect(() => {
    if (!isWindowed || list.current === null) return
    let highest = 0
    for (const child of list.current.children)
      if (child instanceof HTMLElement) highest = Math.max(highest, child.offsetHeight)
    if (highest > known) setRow({ width: view.width, height: highest })
  })

  return {
    ...windowOf(count, rowHeight, view.top, view.height),
    rowHeight: isWindowed && known > 0 ? known : undefined,
  }
}
