/** Pictures of the browser as pixels. */
import type { Pixels } from './grey-picture.ts'

/** More than the decoder looks at is not drawn. */
const MOST_SIDE = 2000

/** The pixels of a file; undefined where the browser cannot show it. */
export async function pixelsOfFile(file: Blob): Promise<Pixels | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  const factor = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * factor)))
  const canvas = document.createElement('canvas')
  canvas.width = width ?? 1
  canvas.height = height ?? 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return context?.getImageData(0, 0, canvas.width, canvas.height)
}

/** Draws the square in the middle of a video's picture; undefined while it has none. */
export function squareOfVideo(video: HTMLVideoElement, canvas: HTMLCanvasElement): Pixels | undefined {
  const side = Math.min(video.videoWidth, video.videoHeight)
  if (side === 0) return undefined
  if (canvas.width !== side) {
    canvas.width = side
    canvas.height = side
  }
  const context = canvas.getContext('2d', { willReadFrequently: true })
  const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2]
  context?.drawImage(video, left, top, side, side, 0, 0, side, side)
  return context?.getImageData(0, 0, side, side)
}
