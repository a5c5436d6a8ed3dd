/** Reads a QR code off the screen: from the pixels of a screenshot, by a decoder that the project did not write. */
import type { Locator, Page } from '@playwright/test'
import jsqr from 'jsqr'

/** The text of the one QR code that is to be seen on the page, or in a part of it. */
export async function readQr(page: Page, part?: Locator): Promise<string> {
  const picture = await (part ?? page).screenshot()
  const { width, height, pixels } = await pixelsOf(page, picture)
  const found = jsqr.default(pixels, width, height)
  if (found === null) throw new Error('no QR code is to be seen on the page')
  return found.data
}

/** Unpacks the PNG in an empty page of the same browser, which knows the format. */
async function pixelsOf(
  page: Page,
  picture: Buffer,
): Promise<{ width: number; height: number; pixels: Uint8ClampedArray }> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser')
  const context = await browser.newContext()
  try {
    const blank = await context.newPage()
    const { width, height, base64 } = await blank.evaluate(async (png) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const drawing = canvas.getContext('2d')
      if (drawing === null) throw new Error('no canvas')
      drawing.drawImage(image, 0, 0)
      const { data } = drawing.getImageData(0, 0, image.width, image.height)
      let binary = ''
      for (const byte of data) binary += String.fromCharCode(byte)
      return { width: image.width, height: image.height, base64: btoa(binary) }
    }, picture.toString('base64'))
    return { width, height, pixels: new Uint8ClampedArray(Buffer.from(base64, 'base64')) }
  } finally {
    await context.close()
  }
}
