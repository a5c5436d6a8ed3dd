/** Keeps the focus on the page when what had it is taken off a list. */
import type { RefObject } from 'react'
import { useFocusAfterChange } from './use-focus-after-change.ts'

/**
 * Gives a place the focus where a shorter list left it with nothing.
 *
 * @param count how many the list holds; undefined until it is there
 * @param place what takes it; without it the page's heading
 */
export function useFocusAfterRemoval(count: number | undefined, place?: RefObject<HTMLElement | null>): void {
  useFocusAfterChange(count, place, isShorter)
}

function isShorter(before: number | undefined, now: number | undefined): boolean {
  return before !== undefined && now !== undefined && now < before
}
