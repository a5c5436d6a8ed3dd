/** A QR code as a picture: black on white with a white margin of four modules (ISO/IEC 18004), in every scheme. */
import encodeQR from 'qr'

const MARGIN = 4
const LEAST_PIXELS_A_MODULE = 3

/** The picture as a `data:` address, and its width in CSS pixels. */
export type QrImage = { readonly src: string; readonly width: number }

/**
 * Encodes with error correction M (15 %), enough for a screen and for paper. The picture has so many whole pixels a
 * module that none is wider than another.
 *
 * @param widthPixels about how wide it is to be
 */
export function qrImage(text: string, widthPixels = 240): QrImage {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: MARGIN })
  const size = modules.length
  const width = size * Math.max(LEAST_PIXELS_A_MODULE, Math.floor(widthPixels / size))
  const path = modules.map(rowPath).join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`
  return { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, width }
}

/** Dark modules that stand side by side are one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x += 1
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`
  }
  return path
}
