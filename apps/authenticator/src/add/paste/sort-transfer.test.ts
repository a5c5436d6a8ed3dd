/** A paste goes to whoever can read it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgetFiles, handFiles, receiveFiles } from '../handed-files.ts'
import { sortTransfer } from './sort-transfer.ts'

const acme = 'otpauth://totp/ACME:john?secret=JBSWY3DPEHPK3PXP'

test('pictures, files and texts are told apart', () => {
  const picture = new File(['x'], 'a.png', { type: 'image/png' })
  const backup = new File(['{}'], 'backup.json', { type: 'application/json' })
  assert.deepEqual(sortTransfer([picture, backup], 'https://example.com/a.png'), {
    pictures: [picture],
    files: [backup],
    texts: [],
  })
  assert.deepEqual(sortTransfer([], `${acme}\nand more`).texts, [acme])
  assert.deepEqual(sortTransfer([], ' WIFI:S:home;; ').texts, ['WIFI:S:home;;'])
  assert.equal(sortTransfer([], '{"schemaVersion":4,"services":[]}').files.length, 1)
  assert.deepEqual(sortTransfer([], 'good morning'), { pictures: [], files: [], texts: [] })
  assert.deepEqual(sortTransfer([], ''), { pictures: [], files: [], texts: [] })
})

test('handed files wait for the view that reads them, and are given out once', () => {
  const file = new File(['{}'], 'backup.json')
  const received: (readonly File[])[] = []
  handFiles([file])
  const end = receiveFiles((files) => void received.push(files))
  handFiles([file, file])
  end()
  assert.deepEqual(
    received.map((files) => files.length),
    [1, 2],
  )
  handFiles([file])
  receiveFiles((files) => void received.push(files))()
  receiveFiles((files) => void received.push(files))()
  assert.equal(received.length, 3)
})

test('handed files that wait are forgotten when the vault locks', () => {
  const received: (readonly File[])[] = []
  handFiles([new File(['{}'], 'backup.json')])
  forgetFiles()
  receiveFiles((files) => void received.push(files))()
  assert.deepEqual(received, [])
})
