/** Archives are unpacked to what they say and no further. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/index-native.js'
import { readZipText } from './read-zip-text.ts'

const SIZE_IN_LOCAL_HEADER = 22
const SIZE_IN_DIRECTORY = 24

async function archiveOf(content: Uint8Array): Promise<Uint8Array> {
  const options = { useWebWorkers: false, dataDescriptor: false, extendedTimestamp: false, zip64: false }
  const writer = new ZipWriter(new Uint8ArrayWriter(), options)
  await writer.add('list.txt', new Uint8ArrayReader(content))
  return writer.close()
}

/** Writes another size of the content in both places. */
function withSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Uint8Array.from(archive)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) view.setUint32(at + SIZE_IN_LOCAL_HEADER, size, true)
    if (signature === 0x02014b50) view.setUint32(at + SIZE_IN_DIRECTORY, size, true)
  }
  return bytes
}

test('refuses content beyond 32 MiB before it unpacks, and stops where there is more than was said', async () => {
  const archive = await archiveOf(new Uint8Array(40 * 1024 * 1024))
  const all = () => true
  assert.deepEqual(await readZipText(archive, all, undefined), { problem: 'file_too_large' })
  assert.deepEqual(await readZipText(withSize(archive, 1000), all, undefined), { problem: 'file_damaged' })
})

test('reads the first file that is wanted, and says where there is none', async () => {
  const archive = await archiveOf(new TextEncoder().encode('content'))
  assert.deepEqual(await readZipText(archive, (name) => name === 'list.txt', undefined), { text: 'content' })
  assert.deepEqual(await readZipText(archive, () => false, undefined), { problem: 'file_damaged' })
})
