/** What the decoder reads: codes as hands, lenses and screens leave them, and several at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GreyPicture, greyOf, scaled, turned } from './grey-picture.ts'
import { readFrame, readPicture } from './read-codes.ts'
import { blurred, inverted, noisy, pictureOf, pixelsOf, plane } from './testing-pictures.ts'

const short = 'otpauth://totp/A:b?secret=JBSWY3DPEHPK3PXP&issuer=A'
const long = `otpauth://totp/ACME%20Co:john.doe@email.com?secret=${'HXDMVJECJJWSRB3H'.repeat(4)}&algorithm=SHA512&digits=8`
const batch = `otpauth-migration://offline?data=${'CjEKCkhlbGxvId6tvu8SGGV4YW1wbGU6YWxpY2U'.repeat(6)}`

test('reads codes of every length, turned by any angle', async () => {
  for (const text of [short, long, batch])
    for (const degrees of [0, 20, 45, 200])
      assert.deepEqual(await read(turned(pictureOf(text, 4), degrees)), [text], `${degrees} degrees`)
})

test('reads inverted, blurred, noisy and small ones', async () => {
  for (const text of [short, long]) {
    const picture = pictureOf(text)
    const changed = {
      inverted: inverted(picture),
      invertedAndTurned: inverted(turned(picture, 20)),
      blurred: blurred(picture, 3),
      blurredMore: blurred(picture, 4),
      turnedAndBlurred: blurred(turned(picture, 45), 2),
      noisy: noisy(picture, 60, 50),
      small: scaled(picture, 0.3),
    }
    for (const [name, one] of Object.entries(changed)) assert.deepEqual(await read(one), [text], name)
  }
})

test('reads every code of a picture that holds several', async () => {
  const pair = plane(562, 500, [
    { picture: pictureOf(batch, 2), left: 20, top: 100 },
    { picture: pictureOf(long, 2), left: 290, top: 100 },
  ])
  assert.deepEqual((await read(pair)).toSorted(), [batch, long].toSorted())
  const nine = Array.from({ length: 9 }, (_, index) => `${short}&digits=${index}`)
  const parts = nine.map((text, index) => ({
    picture: pictureOf(text, 4),
    left: 20 + (index % 3) * 330,
    top: 20 + Math.floor(index / 3) * 330,
  }))
  assert.deepEqual((await read(plane(1000, 1000, parts))).toSorted(), nine)
})

test('reads a code in a corner of a large picture', async () => {
  const picture = plane(2600, 1800, [{ picture: pictureOf(long, 2), left: 2380, top: 1600 }])
  assert.deepEqual(await read(picture), [long])
})

test('finds nothing where there is nothing', async () => {
  assert.deepEqual(await read(noisy(plane(300, 200, []), 120)), [])
  assert.deepEqual(await read(plane(1, 1, [])), [])
  assert.deepEqual(await readFrame(pixelsOf(plane(64, 48, [])), 0), [])
})

test('reads a frame of a camera, turned and blurred at the latest in the second', async () => {
  for (const picture of [pictureOf(long), turned(pictureOf(long), 45), blurred(pictureOf(short), 3)]) {
    const pixels = pixelsOf(picture)
    const read = [...(await readFrame(pixels, 0)), ...(await readFrame(pixels, 1))]
    assert.ok(read.length > 0 && read.every((text) => text === long || text === short))
  }
})

test('a code drawn black on nothing is black on white', async () => {
  const pixels = pixelsOf(pictureOf(short))
  const data = pixels.data.map((value, index, all) =>
    index % 4 === 3 && all[index - 1] === 255 ? 0 : index % 4 === 3 ? 255 : value === 255 ? 0 : value,
  )
  assert.equal(greyOf({ ...pixels, data }).shades[0], 255)
  assert.deepEqual(await readPicture({ ...pixels, data }), [short])
})

function read(picture: GreyPicture): Promise<readonly string[]> {
  return readPicture(pixelsOf(picture))
}
