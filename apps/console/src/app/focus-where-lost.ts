/** Gives a place the focus that was lost with what had it. */

/**
 * Does nothing where something has the focus.
 *
 * @param place what takes it; without it the page's heading
 */
export function focusWhereLost(place?: HTMLElement | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const taking = place ?? document.querySelector('h1')
  if (taking === null) return
  if (taking.tabIndex < 0) taking.tabIndex = -1
  taking.focus()
}
