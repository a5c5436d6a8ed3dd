import assert from 'node:assert/strict'
import { test } from 'node:test'
import decodeQR from 'qr/decode.js'
import { qrImage } from './qr-image.ts'

/** Draws the rectangles of the picture, `scale` pixels a module. */
function drawn(address: string, scale: number) {
  const svg = decodeURIComponent(address.slice(address.indexOf(',') + 1))
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      for (let at = Number(x) * scale; at < (Number(x) + Number(width)) * scale; at += 1)
        data.fill(0, (row * side + at) * 4, (row * side + at) * 4 + 3)
  return { width: side, height: side, data, size }
}

test('a decoder reads the picture back, from a short key to the longest that a sheet shows', () => {
  const short = 'otpauth://totp/ACME%20Co:ada?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co'
  for (const text of [short, `${short}&note=${'x'.repeat(900)}`])
    assert.equal(decodeQR(drawn(qrImage(text).src, 4)), text)
})

test('four modules around it are white', () => {
  const { data, width, size } = drawn(qrImage('otpauth://totp/a?secret=GEZDGNBV').src, 1)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (x < 4 || y < 4 || x >= size - 4 || y >= size - 4) assert.equal(data[(y * width + x) * 4], 255)
})
