/** A QR code as a picture: black on white with a white margin of four modules (ISO/IEC 18004), in every scheme. */
import encodeQR from 'qr'

const margin = 4
/** The picture is about this wide on the page. */
const widthPixels = 240

/** The picture as a `data:` address, and its width in CSS pixels, a whole number of pixels a module. */
export type QrImage = { readonly src: string; readonly width: number }

/** Encodes with error correction M (15 %), enough for a screen. */
export function qrImage(text: string): QrImage {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: margin })
  const size = modules.length
  const path = modules.map((row, y) => rowPath(row, y)).join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`
  return {
    src: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    width: size * Math.max(3, Math.floor(widthPixels / size)),
  }
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
