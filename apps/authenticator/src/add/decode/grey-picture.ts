/** Pictures as the decoder sees them, in shades of grey, and what is done to one that cannot be read as it is. */

/** One byte a pixel, row by row; 255 is white. */
export type GreyPicture = {
  readonly width: number
  readonly height: number
  readonly shades: Uint8ClampedArray
}

/** Four bytes a pixel: red, green, blue, opacity; as `ImageData` has them. */
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** What can be seen through is seen on white. The weights are those of BT.601, in 256ths. */
export function greyOf({ width, height, data }: Pixels): GreyPicture {
  const shades = new Uint8ClampedArray(width * height)
  for (let pixel = 0; pixel < shades.length; pixel += 1) {
    const at = pixel * 4
    const shade = (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8
    shades[pixel] = 255 + ((shade - 255) * (data[at + 3] ?? 255)) / 255
  }
  return { width, height, shades }
}

/** A part that lies inside of the picture. */
export function cut(
  { width: stride, shades: from }: GreyPicture,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): GreyPicture {
  const { left, top, width, height } = part
  const shades = new Uint8ClampedArray(width * height)
  for (let y = 0; y < height; y += 1) {
    const begin = (top + y) * stride + left
    shades.set(from.subarray(begin, begin + width), y * width)
  }
  return { width, height, shades }
}

/** Makes a picture larger (a factor above 1) or smaller, each pixel mixed from the four that are nearest. */
export function scaled(picture: GreyPicture, factor: number): GreyPicture {
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  const shades = new Uint8ClampedArray(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      shades[y * width + x] = shadeAt(picture, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5)
  return { width, height, shades }
}

/** Turns a picture about its middle, onto a white one that is large enough for all of it. */
export function turned(picture: GreyPicture, degrees: number): GreyPicture {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const width = Math.ceil(Math.abs(picture.width * cosine) + Math.abs(picture.height * sine))
  const height = Math.ceil(Math.abs(picture.width * sine) + Math.abs(picture.height * cosine))
  const [middleX, middleY] = [(picture.width - 1) / 2, (picture.height - 1) / 2]
  const shades = new Uint8ClampedArray(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [right, down] = [x - (width - 1) / 2, y - (height - 1) / 2]
      shades[y * width + x] = shadeAt(
        picture,
        right * cosine + down * sine + middleX,
        down * cosine - right * sine + middleY,
      )
    }
  return { width, height, shades }
}

/** The mean of each square of so many pixels a side: smaller, and without noise and the lattice of a screen. */
export function averaged(picture: GreyPicture, side: number): GreyPicture {
  const width = Math.max(1, Math.floor(picture.width / side))
  const height = Math.max(1, Math.floor(picture.height / side))
  const shades = new Uint8ClampedArray(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let down = 0; down < side; down += 1)
        for (let right = 0; right < side; right += 1)
          sum += picture.shades[(y * side + down) * picture.width + x * side + right] ?? 255
      shades[y * width + x] = sum / side ** 2
    }
  return { width, height, shades }
}

function shadeAt({ width, height, shades }: GreyPicture, x: number, y: number): number {
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return 255
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const at = top * width + left
  const right = left + 1 < width ? 1 : 0
  const below = top + 1 < height ? width : 0
  const [shareX, shareY] = [Math.max(0, x - left), Math.max(0, y - top)]
  const one = shades[at] ?? 255
  const three = shades[at + below] ?? 255
  const upper = one + ((shades[at + right] ?? 255) - one) * shareX
  const lower = three + ((shades[at + below + right] ?? 255) - three) * shareX
  return upper + (lower - upper) * shareY
}
