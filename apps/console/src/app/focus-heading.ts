/** Gives the page's heading the focus that was lost with what had it. */

/** Does nothing where something has the focus. */
export function focusHeadingWhereLost(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const heading = document.querySelector('h1')
  if (heading === null) return
  heading.tabIndex = -1
  heading.focus()
}
