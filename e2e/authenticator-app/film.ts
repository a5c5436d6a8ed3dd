/** A film of QR codes for the browser's fake camera: YUV4MPEG2, which Chromium plays in a loop. */
import { writeFileSync } from 'node:fs'
import encodeQr from 'qr'

const WIDTH = 640
const HEIGHT = 480
const FRAMES_EACH = 12
const GREY = 0x80
const PAPER = 235
const INK = 16

export type Scene = {
  /** What the code says. */
  readonly text: string
  /** Turned clockwise, in degrees. */
  readonly turned?: number
  /** Light on dark. */
  readonly inverted?: boolean
  /** As a lens out of focus: each pixel the mean of those so many around it. */
  readonly blurred?: number
}

/** Writes the scenes one after the other; each stands for a few frames. */
export function writeFilm(path: string, scenes: readonly Scene[]): void {
  const parts: Uint8Array[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`)]
  const colours = new Uint8Array((WIDTH * HEIGHT) / 2).fill(128)
  for (const scene of scenes) {
    const picture = draw(scene)
    for (let frame = 0; frame < FRAMES_EACH; frame += 1) parts.push(Buffer.from('FRAME\n'), picture, colours)
  }
  writeFileSync(path, Buffer.concat(parts))
}

/** The brightness of each pixel: the code in the middle of a grey picture. */
function draw({ text, turned = 0, inverted = false, blurred = 0 }: Scene): Uint8Array {
  const modules = encodeQr(text, 'raw', { ecc: 'medium', border: 4 })
  const side = modules.length
  const scale = Math.floor((HEIGHT * 0.68) / side)
  const angle = (turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const picture = new Uint8Array(WIDTH * HEIGHT).fill(GREY)
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2]
      const column = Math.floor((dx * cos + dy * sin) / scale + side / 2)
      const row = Math.floor((dy * cos - dx * sin) / scale + side / 2)
      const dark = modules[row]?.[column]
      if (dark !== undefined) picture[y * WIDTH + x] = dark === inverted ? PAPER : INK
    }
  }
  return blurred === 0 ? picture : blur(picture, blurred)
}

function blur(picture: Uint8Array, radius: number): Uint8Array {
  const soft = new Uint8Array(picture.length)
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let sum = 0
      let count = 0
      for (let dy = -radius; dy <= radius; dy += 1) {
        for (let dx = -radius; dx <= radius; dx += 1) {
          const value = picture[(y + dy) * WIDTH + x + dx]
          if (value === undefined || x + dx < 0 || x + dx >= WIDTH) continue
          sum += value
          count += 1
        }
      }
      soft[y * WIDTH + x] = Math.round(sum / count)
    }
  }
  return soft
}
