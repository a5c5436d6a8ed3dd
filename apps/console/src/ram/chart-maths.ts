/** Where the lines of a chart go. */

/** The plane of the lines in pixels, and the number at its top. */
export type Plot = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly highest: number
}

/** Names at the ends of lines stand at least so far apart. */
const NAME_GAP = 16

/** The number at the top of the axis: even, so that its half is whole, and at least 2. */
export function niceTop(highest: number): number {
  if (highest <= 2) return 2
  const step = 10 ** Math.floor(Math.log10(highest))
  const units = [1, 2, 4, 6, 8, 10].find((unit) => unit * step >= highest) ?? 10
  const top = units * step
  return top % 2 === 0 ? top : top * 2
}

/** The path of one line, first value at the left edge, last at the right. */
export function linePath(values: readonly number[], plot: Plot): string {
  const last = Math.max(1, values.length - 1)
  return values
    .map((value, index) => {
      const x = plot.left + (index / last) * (plot.right - plot.left)
      return `${index === 0 ? 'M' : 'L'}${round(x)} ${round(heightOf(value, plot))}`
    })
    .join('')
}

/** Where the lines' names stand, in the order of the lines: at their ends, moved apart where these are close. */
export function labelTops(ends: readonly number[], plot: Plot): readonly number[] {
  const tops = ends
    .map((end, index) => ({ index, y: heightOf(end, plot) }))
    .sort((a, b) => b.y - a.y || a.index - b.index)
  let lowest = Number.POSITIVE_INFINITY
  for (const one of tops) {
    one.y = Math.min(one.y, lowest - NAME_GAP)
    lowest = one.y
  }
  return tops.sort((a, b) => a.index - b.index).map(({ y }) => round(y))
}

function heightOf(value: number, { top, bottom, highest }: Plot): number {
  return bottom - (value / highest) * (bottom - top)
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
