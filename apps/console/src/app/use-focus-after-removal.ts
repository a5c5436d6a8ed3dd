/** Keeps the focus on the page when what had it is taken off a list. */
import { useEffect, useRef } from 'react'
import { focusHeadingWhereLost } from './focus-heading.ts'

/** A dialog gives focus back to the button that opened it only when it has closed. */
const dialogCloses = 250

/**
 * Gives the page's heading the focus where a shorter list left it with nothing.
 *
 * @param count how many the list holds; undefined until it is there
 */
export function useFocusAfterRemoval(count: number | undefined): void {
  const before = useRef(count)
  useEffect(() => {
    const shorter = count !== undefined && before.current !== undefined && count < before.current
    before.current = count
    if (!shorter) return
    const timer = setTimeout(focusHeadingWhereLost, dialogCloses)
    return () => clearTimeout(timer)
  }, [count])
}
