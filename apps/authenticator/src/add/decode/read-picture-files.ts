/** Reads the codes in picture files, with a decoder that is loaded for it. */
import { pixelsOfFile } from './pixels-of.ts'

export type PictureReading = {
  readonly texts: readonly string[]
  /** Files that the browser cannot show as a picture. */
  readonly unreadable: number
}

/** All codes of all files, each text once. */
export async function readPictureFiles(files: readonly Blob[]): Promise<PictureReading> {
  const { readPicture } = await import('./read-codes.ts')
  const texts = new Set<string>()
  let unreadable = 0
  for (const file of files) {
    const pixels = await pixelsOfFile(file)
    if (pixels === undefined) unreadable += 1
    else for (const text of await readPicture(pixels)) texts.add(text)
  }
  return { texts: [...texts], unreadable }
}
