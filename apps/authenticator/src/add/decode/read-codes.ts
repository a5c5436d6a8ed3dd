/** The texts of the QR codes in a picture: all of them, turned, inverted or blurred. */
import { decodeQRBatch } from 'qr/decode.js'
import { averaged, cut, type GreyPicture, greyOf, type Pixels, scaled, turned } from './grey-picture.ts'

/** Below this side a picture is enlarged before it is searched; above the other it is made smaller. */
const SMALL_SIDE = 1000
const LARGE_SIDE = 2000

/** How long a search for one more code may go on, in milliseconds. */
const FRAME_LIMIT_MS = 30
const PICTURE_LIMIT_MS = 250

/** Tiles overlap by a part of their size, so that a code on the border of one lies within another. */
const OVERLAP = 1.3
const DIVISIONS: readonly number[] = [2, 3, 4]

/**
 * Looks at one frame of a camera, as fast as it comes. What cannot be read as it is, is tried turned by half a right
 * angle in one frame (the angle at which the decoder is weakest) and without its blur and noise in the next.
 *
 * @param number of the frame, so that they take turns
 */
export async function readFrame(pixels: Pixels, number: number): Promise<readonly string[]> {
  const frame = greyOf(pixels)
  const straight = await readWhole(frame, FRAME_LIMIT_MS)
  if (straight.length > 0) return straight
  return readWhole(number % 2 === 0 ? averaged(frame, 2) : turned(frame, 45), FRAME_LIMIT_MS)
}

/**
 * Searches a picture that nobody holds still for: whole, turned, smaller, enlarged, and in overlapping tiles, until
 * something was found and the next finer search finds no more.
 */
export async function readPicture(pixels: Pixels): Promise<readonly string[]> {
  const picture = fitting(greyOf(pixels))
  const found = new Set<string>()
  const search = async (part: GreyPicture): Promise<void> => {
    for (const text of await readWhole(part, PICTURE_LIMIT_MS)) found.add(text)
  }
  await search(picture)
  await search(larger(picture))
  if (found.size === 0) await search(turned(picture, 45))
  if (found.size === 0) await search(averaged(picture, 2))
  if (found.size === 0) await search(averaged(picture, 3))
  for (const division of DIVISIONS) {
    const before = found.size
    for (const tile of tilesOf(picture, division)) await search(larger(tile))
    if (found.size > 0 && found.size === before) break
  }
  return [...found]
}

/** The decoder takes grey as the first plane of a picture of video, and does not look at the others. */
async function readWhole(
  { width, height, shades }: GreyPicture,
  timeLimit: number,
): Promise<readonly string[]> {
  const data = new Uint8ClampedArray(shades.length + 2 * Math.ceil(width / 2) * Math.ceil(height / 2))
  data.set(shades)
  const [results = []] = await decodeQRBatch([{ width, height, data }], {
    format: 'I420',
    maxSize: { width, height },
    timeLimit,
  })
  return results.filter((result) => typeof result === 'string')
}

function fitting(picture: GreyPicture): GreyPicture {
  const side = Math.max(picture.width, picture.height)
  return side <= LARGE_SIDE ? picture : scaled(picture, LARGE_SIDE / side)
}

/** Twice or three times the size, as far as that is not more than a picture may have. */
function larger(picture: GreyPicture): GreyPicture {
  const side = Math.max(picture.width, picture.height)
  return scaled(picture, side * 3 <= SMALL_SIDE ? 3 : Math.min(2, LARGE_SIDE / side))
}

function* tilesOf(picture: GreyPicture, division: number): Generator<GreyPicture> {
  const width = Math.min(picture.width, Math.ceil((picture.width * OVERLAP) / division))
  const height = Math.min(picture.height, Math.ceil((picture.height * OVERLAP) / division))
  for (let row = 0; row < division; row += 1)
    for (let column = 0; column < division; column += 1) {
      const left = Math.round(((picture.width - width) * column) / (division - 1))
      const top = Math.round(((picture.height - height) * row) / (division - 1))
      yield cut(picture, { left, top, width, height })
    }
}
