/** Other apps' files come in, and what goes out is read back: by this app, and by a decoder that is not ours. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '../journey.ts'
import { readQr } from '../read-qr.ts'
import { accountOf, addByHand, codesOf, openUnprotected, openWithPassphrase, PASSPHRASE } from './open-app.ts'

const FORMATS = join(import.meta.dirname, '../../vectors/formats')
/** Their derivation takes long by design; the tests of the package read them all. */
const ONE_IS_ENOUGH = new Set(['kdbx', 'stratum', 'proton', 'authenticator-extension', 'ente'])

type Expected = {
  readonly password?: string
  readonly entries: readonly { readonly issuer?: string; readonly account?: string }[]
}
type Fixture = { readonly file: string; readonly expected: Expected }

function fixturesOf(format: string): readonly Fixture[] {
  const files = readdirSync(join(FORMATS, format))
  return files
    .filter((file) => file.endsWith('.expected.json'))
    .flatMap((file) => {
      const stem = file.slice(0, -'.expected.json'.length)
      const name = files.find((other) => other !== file && other.replace(/\.[^.]*$/, '') === stem)
      if (name === undefined) return []
      const expected = JSON.parse(readFileSync(join(FORMATS, format, file), 'utf8')) as Expected
      return [{ file: join(FORMATS, format, name), expected }]
    })
}

/** Chooses a file in the import view, and opens it where it is sealed. */
async function choose(page: Page, { file, expected }: Fixture): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  if (expected.password === undefined) return
  await page.getByLabel('Password of the file', { exact: true }).fill(expected.password)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

const formats = readdirSync(FORMATS).filter((name) => name !== 'make' && !name.includes('.'))

test('each format is read, its accounts are previewed, and the chosen ones are added', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  await openUnprotected(page, server)
  for (const format of formats) {
    const fixtures = fixturesOf(format)
    for (const fixture of ONE_IS_ENOUGH.has(format) ? fixtures.slice(0, 1) : fixtures) {
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await choose(page, fixture)
      if (fixture.expected.entries.length > 0) {
        const add = page.getByRole('button', { name: /^Add \d+ accounts?$/ })
        await expect(add, fixture.file).toBeVisible({ timeout: 60_000 })
        const boxes = page.getByRole('list', { name: 'Accounts of the file' }).getByRole('checkbox')
        await expect(boxes, fixture.file).toHaveCount(fixture.expected.entries.length)
      }
      await page.getByRole('button', { name: 'Back', exact: true }).click()
    }
  }
})

test('an import adds what was ticked, and says what is here already', async ({ page, server }) => {
  await openUnprotected(page, server)
  const [fixture] = fixturesOf('aegis').filter(({ file }) => file.endsWith('/plain.json'))
  if (fixture === undefined) throw new Error('the fixture is gone')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await choose(page, fixture)
  await page.getByRole('button', { name: /^Add \d+ accounts$/ }).click()
  await expect(accountOf(page, 'ACME Co, john.doe@email.com')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await choose(page, fixture)
  await expect(page.getByText('Here already, the same').first()).toBeVisible()
})

test('a wrong password says so, and the right one opens after it', async ({ page, server }) => {
  await openUnprotected(page, server)
  const [fixture] = fixturesOf('aegis').filter(({ file }) => file.endsWith('/encrypted.json'))
  if (fixture === undefined) throw new Error('the fixture is gone')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await choose(page, { ...fixture, expected: { ...fixture.expected, password: 'not this one' } })
  await expect(page.getByText(/does not open the file/)).toBeVisible({ timeout: 60_000 })
  await page.getByLabel('Password of the file', { exact: true }).fill(fixture.expected.password ?? '')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Add \d+ accounts$/ })).toBeVisible({ timeout: 60_000 })
})

test('a backup file brings everything back in an empty browser', async ({ page, server, newVisitor }) => {
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Back up now' }).click()
  const file = await (await saving).path()
  expect(readFileSync(file, 'utf8')).not.toMatch(/ACME|john|HXDMVJ/)

  const other = await newVisitor()
  await other.goto(server.authenticator)
  await other.getByRole('button', { name: 'Restore from a backup file' }).click()
  await other.getByLabel('File', { exact: true }).setInputFiles(file)
  await other.getByLabel('Passphrase or recovery key', { exact: true }).fill(PASSPHRASE)
  await other.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(accountOf(other, 'ACME Co, john@example.com')).toBeVisible({ timeout: 60_000 })
  const [one, two] = [
    await codesOf(page, 'ACME Co, john@example.com'),
    await codesOf(other, 'ACME Co, john@example.com'),
  ]
  expect([one.code, one.next]).toContain(two.code)
})

test('an account shown as a QR code is read by another decoder', async ({ page, server }) => {
  await openUnprotected(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ')
  await page.getByRole('button', { name: 'More for ACME Co, john@example.com' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  // So that the bar at the foot, which says what was added, does not lie over the code.
  await page.setViewportSize({ width: 1280, height: 1400 })
  await page.getByRole('button', { name: 'Show QR code' }).click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
  const uri = new URL(await readQr(page, page.getByRole('img', { name: 'QR code' })))
  expect(uri.searchParams.get('secret')).toBe('HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ')
  expect(uri.searchParams.get('issuer')).toBe('ACME Co')
})
