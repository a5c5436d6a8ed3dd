/** Pictures for the tests: codes drawn on a plane, and what a hand and a lens do to them. */
import encodeQR from 'qr'
import type { GreyPicture, Pixels } from './grey-picture.ts'

const QUIET_MODULES = 4

/** One code, so many pixels a module, with its margin. */
export function pictureOf(text: string, side = 6): GreyPicture {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES })
  const size = modules.length * side
  return painted(size, size, (x, y) => (modules[Math.floor(y / side)]?.[Math.floor(x / side)] ? 0 : 255))
}

/** Pictures on one white plane, each with its upper left corner at a place. */
export function plane(
  width: number,
  height: number,
  parts: readonly { readonly picture: GreyPicture; readonly left: number; readonly top: number }[],
): GreyPicture {
  return painted(width, height, (x, y) => {
    for (const { picture, left, top } of parts) {
      const [innerX, innerY] = [x - left, y - top]
      if (innerX >= 0 && innerY >= 0 && innerX < picture.width && innerY < picture.height)
        return grey(picture, innerX, innerY)
    }
    return 255
  })
}

/** As a canvas gives them. */
export function pixelsOf({ width, height, shades }: GreyPicture): Pixels {
  const data = new Uint8ClampedArray(shades.length * 4)
  for (const [pixel, shade] of shades.entries()) data.set([shade, shade, shade, 255], pixel * 4)
  return { width, height, data }
}

export function inverted(picture: GreyPicture): GreyPicture {
  return changed(picture, (x, y) => 255 - grey(picture, x, y))
}

/** Each pixel the mean of the square around it. */
export function blurred(picture: GreyPicture, radius: number): GreyPicture {
  return changed(picture, (x, y) => {
    let sum = 0
    for (let down = -radius; down <= radius; down += 1)
      for (let right = -radius; right <= radius; right += 1) sum += grey(picture, x + right, y + down)
    return sum / (2 * radius + 1) ** 2
  })
}

/** Noise that is the same at every run, and a contrast of so many percent. */
export function noisy(picture: GreyPicture, strength: number, contrast = 100): GreyPicture {
  let state = 1
  return changed(picture, (x, y) => {
    state = (state * 48_271) % 2_147_483_647
    const noise = (state / 2_147_483_647 - 0.5) * 2 * strength
    return 128 + ((grey(picture, x, y) - 128) * contrast) / 100 + noise
  })
}

function changed(picture: GreyPicture, value: (x: number, y: number) => number): GreyPicture {
  return painted(picture.width, picture.height, value)
}

function grey({ width, height, shades }: GreyPicture, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 255 : (shades[y * width + x] ?? 255)
}

function painted(width: number, height: number, value: (x: number, y: number) => number): GreyPicture {
  const shades = new Uint8ClampedArray(width * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) shades[y * width + x] = value(x, y)
  return { width, height, shades }
}
