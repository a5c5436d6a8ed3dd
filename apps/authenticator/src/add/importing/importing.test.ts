/** Files are told apart by content, opened together, and proposed entry by entry. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EntryDraft, exportAegis, makeEntry, readImport } from '@sallyport/vault'
import { chosenDrafts, isChosen, noChoices, rowsOf } from './import-rows.ts'
import { type ImportFile, isPicture, isSealed, openFiles, readFiles } from './read-files.ts'

const acme = 'otpauth://totp/ACME:john?secret=JBSWY3DPEHPK3PXP&issuer=ACME'
const bank = 'otpauth://totp/Bank:john?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=Bank'
const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]

const readers = {
  read: readImport,
  readPicture: ({ name }: ImportFile) =>
    Promise.resolve({ 'acme.png': [acme], 'both.png': [acme, bank], 'empty.png': [] }[name]),
}

function file(name: string, content: string | readonly number[]): ImportFile {
  return {
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content),
  }
}

async function rowsFrom(content: string, existing: readonly EntryDraft[] = []) {
  return rowsOf(await readFiles([file('a.txt', content)], readers), existing)
}

test('a picture is told by its first bytes', () => {
  for (const head of [
    png,
    [0xff, 0xd8, 0xff, 0xe0],
    [...Buffer.from('RIFF....WEBPVP8 ')],
    [...Buffer.from('....ftypheic')],
  ])
    assert.equal(isPicture(Uint8Array.from(head)), true)
  for (const text of ['', 'otpauth://totp', '{"a":1}', 'PK\u0003\u0004'])
    assert.equal(isPicture(new TextEncoder().encode(text)), false)
})

test('pictures are one export together, and one without a code says so', async () => {
  const files = ['acme.png', 'both.png', 'empty.png', 'broken.png'].map((name) => file(name, png))
  const readings = await readFiles([...files, file('x', 'nothing known')], readers)
  assert.deepEqual(
    readings.map(({ name, reading }) => [name, reading.state]),
    [
      ['empty.png', 'no_code'],
      ['broken.png', 'no_code'],
      ['x', 'refused'],
      ['acme.png, both.png', 'read'],
    ],
  )
  assert.equal(rowsOf(readings, []).length, 2)
})

test('a sealed file is opened by its password and by no other, and the others stay', async () => {
  let state = 1
  const random = {
    bytes: (length: number) => Uint8Array.from({ length }, () => (state = (state * 7919) % 251)),
  }
  const [row] = await rowsFrom(acme)
  assert.ok(row !== undefined)
  const entry = makeEntry(row.entry.draft, { now: 0, random })
  const made = await exportAegis([entry], 'right', { random })
  const sealed = file('aegis.json', [...made.file])
  const readings = await readFiles([file('list.txt', bank), sealed], readers)
  assert.deepEqual(readings.map(isSealed), [false, true])
  const wrong = await openFiles(readings, 'wrong', readImport)
  assert.equal(wrong[1]?.reading.state, 'password_wrong')
  const right = await openFiles(wrong, 'right', readImport)
  assert.deepEqual(
    rowsOf(right, []).map(({ key, entry: { draft } }) => [key, draft.issuer]),
    [
      ['0:0', 'Bank'],
      ['1:0', 'ACME'],
    ],
  )
})

test('what is new is proposed, what is here is not, and people decide', async () => {
  const [here] = await rowsFrom(acme)
  assert.ok(here !== undefined)
  const renewed = acme.replace('JBSWY3DPEHPK3PXP', 'HXDMVJECJJWSRB3H')
  const rows = await rowsFrom([acme, bank, renewed].join('\n'), [here.entry.draft])
  assert.deepEqual(
    rows.map((row) => [row.mark, isChosen(row, noChoices)]),
    [
      ['same', false],
      ['new', true],
      ['changed', true],
    ],
  )
  const choices = { chosen: { '0:0': true, '0:1': false }, pins: {} }
  const { drafts } = chosenDrafts(rows, choices)
  assert.deepEqual(
    drafts.map(({ secret }) => secret),
    ['JBSWY3DPEHPK3PXP', 'HXDMVJECJJWSRB3H'],
  )
})

test("what lay in the other app's bin is not proposed", async () => {
  const display = encodeURIComponent(JSON.stringify({ trashed: true }))
  const [row] = await rowsFrom(`${acme}&codeDisplay=${display}`)
  assert.ok(row?.entry.removed)
  assert.equal(isChosen(row, noChoices), false)
})

test('an account without its PIN is added only with it', async () => {
  const rows = await rowsFrom(`${bank}\notpauth://yaotp/me?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY`)
  assert.deepEqual(chosenDrafts(rows, noChoices).wantPin, ['0:1'])
  const { drafts, wantPin } = chosenDrafts(rows, { chosen: {}, pins: { '0:1': '5239' } })
  assert.deepEqual([drafts.length, wantPin], [2, []])
})
