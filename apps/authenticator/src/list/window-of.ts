/** Which rows of a long list are drawn: those in view and some around them. */

/** Up to so many accounts all are in the document, so that the browser's own search finds them. */
export const WHOLE_UP_TO = 200
const AROUND = 8

export type RowWindow = {
  /** The first drawn row and the one after the last. */
  readonly from: number
  readonly to: number
  /** What the rows before and after would take, in pixels. */
  readonly before: number
  readonly after: number
}

/**
 * @param top how far the list's top is above the top of the view, in pixels; negative where it is below
 * @param rowHeight all rows of a windowed list are equally high
 */
export function windowOf(count: number, rowHeight: number, top: number, viewHeight: number): RowWindow {
  if (count <= WHOLE_UP_TO) return { from: 0, to: count, before: 0, after: 0 }
  const first = Math.floor(top / rowHeight) - AROUND
  const from = Math.min(Math.max(0, first), Math.max(0, count - 1))
  const to = Math.min(count, Math.max(from + 1, Math.ceil((top + viewHeight) / rowHeight) + AROUND))
  return { from, to, before: from * rowHeight, after: (count - to) * rowHeight }
}
