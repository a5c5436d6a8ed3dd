/** Keeps the focus on the page when a change takes away what had it. */
import { type RefObject, useEffect, useRef } from 'react'
import { focusWhereLost } from './focus-where-lost.ts'

/** A dialog gives focus back to the button that opened it only when it has closed. */
const dialogCloses = 250

/**
 * Gives a place the focus where a change left it with nothing.
 *
 * @param place what takes it; without it the page's heading
 * @param matters whether a change is one that can take it away; without it every change is
 */
export function useFocusAfterChange<Value>(
  value: Value,
  place?: RefObject<HTMLElement | null>,
  matters: (before: Value, now: Value) => boolean = differs,
): void {
  const last = useRef(value)
  useEffect(() => {
    const before = last.current
    last.current = value
    if (!matters(before, value)) return
    const timer = setTimeout(() => focusWhereLost(place?.current), dialogCloses)
    return () => clearTimeout(timer)
  }, [value, place, matters])
}

function differs(before: unknown, now: unknown): boolean {
  return before !== now
}
