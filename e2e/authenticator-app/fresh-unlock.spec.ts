/** What takes keys out of the vault, or changes what opens it, asks again; the file that only its own ways in open does not. */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '../journey.ts'
import { addByHand, openUnprotected, openWithPassphrase, PASSPHRASE } from './open-app.ts'

const KEY = 'hxdm vjec jjws rb3h wizr 4ifu gftm xboz'

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** A wrong passphrase first, which must lead nowhere. */
async function prove(page: Page, action: string): Promise<void> {
  const field = page.getByLabel('Passphrase', { exact: true })
  await field.fill('not this one')
  await page.getByRole('button', { name: action, exact: true }).click()
  await expect(page.getByText(/does not open the codes/)).toBeVisible({ timeout: 30_000 })
  await field.fill(PASSPHRASE)
  await page.getByRole('button', { name: action, exact: true }).click()
}

test('every other way in is added only after the passphrase was typed again', async ({ page, server }) => {
  test.setTimeout(180_000)
  await openWithPassphrase(page, server)
  await openMenu(page, 'Settings')

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(page.getByLabel('Repeat passphrase', { exact: true })).toHaveCount(0)
  await prove(page, 'Continue')
  await expect(page.getByLabel('Repeat passphrase', { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Back', exact: true }).click()

  await page.getByRole('button', { name: 'Add a passkey', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Add a passkey', exact: true })).toHaveCount(0)
  await prove(page, 'Continue')
  await expect(page.getByRole('button', { name: 'Add a passkey', exact: true })).toBeVisible({
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'Back', exact: true }).click()

  await page.getByRole('button', { name: 'Make a recovery key', exact: true }).click()
  await prove(page, 'Make a recovery key')
  await expect(page.getByRole('heading', { name: 'Your recovery key' })).toBeVisible({ timeout: 30_000 })
  const key = ((await page.getByRole('group', { name: 'Recovery key' }).textContent()) ?? '').trim()
  await page.getByLabel('I have saved my recovery key').check()
  await page.getByRole('button', { name: 'Done', exact: true }).click()

  // Whoever has forgotten the passphrase proves it with the key from paper.
  await page.getByRole('button', { name: 'Open without asking in this browser', exact: true }).click()
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByLabel('Recovery key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Open without asking in this browser', exact: true }).click()
  await expect(page.getByText('This browser, without asking', { exact: true })).toBeVisible()
})

test('a way in is removed only after the passphrase was typed again', async ({ page, server }) => {
  test.setTimeout(180_000)
  await openWithPassphrase(page, server)
  await openMenu(page, 'Settings')
  const remove = page.getByRole('button', { name: 'Remove', exact: true })
  await remove.click()
  await expect(page.getByText('The last way in stays, or nobody could open the codes.')).toBeVisible()
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Back', exact: true }).click()

  await page.getByRole('button', { name: 'Open without asking in this browser', exact: true }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open without asking in this browser', exact: true }).click()
  await expect(remove).toHaveCount(2, { timeout: 30_000 })
  for (const [index, way] of ['Passphrase', 'This browser, without asking'].entries()) {
    await remove.nth(index).click()
    await expect(page.getByRole('heading', { name: `Remove: ${way}` })).toBeVisible()
    await expect(remove).toHaveCount(0)
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
  }
  await remove.first().click()
  await prove(page, 'Continue')
  await remove.click({ timeout: 30_000 })
  await expect(page.getByText('Removed: Passphrase')).toBeVisible()
  await expect(remove).toHaveCount(1)
})

test('one tap saves the sealed file, which no way in of this browser opens', async ({ page, server }) => {
  test.setTimeout(180_000)
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  await openMenu(page, 'Settings')
  await page.getByRole('button', { name: 'Open without asking in this browser', exact: true }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Open without asking in this browser', exact: true }).click()
  await expect(page.getByText('This browser, without asking', { exact: true })).toBeVisible({
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  const taps = [
    () => page.getByRole('button', { name: 'Back up now', exact: true }).click(),
    () => openMenu(page, 'Back up'),
    async () => {
      await openMenu(page, 'Export')
      await page.getByRole('button', { name: 'Save the backup file', exact: true }).click()
    },
  ]
  for (const tap of taps) {
    const saving = page.waitForEvent('download')
    await tap()
    const { slots } = JSON.parse(readFileSync(await (await saving).path(), 'utf8')) as {
      readonly slots: readonly { readonly kind: string }[]
    }
    expect(slots.map(({ kind }) => kind)).toEqual(['passphrase'])
  }
})

test('where no passphrase opens the codes, a backup leads to where one is chosen', async ({
  page,
  server,
}) => {
  await openUnprotected(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  await openMenu(page, 'Back up')
  await expect(page.getByRole('heading', { level: 1, name: 'Export' })).toBeVisible()
  await expect(page.getByLabel('Passphrase of the file', { exact: true })).toBeVisible()
})

test('no other export leaves without the passphrase', async ({ page, server }) => {
  test.setTimeout(180_000)
  await openWithPassphrase(page, server)
  await addByHand(page, 'john@example.com', 'ACME Co', KEY)
  await openMenu(page, 'Export')
  await page.getByLabel('Give the file a passphrase of its own').check()
  await expect(page.getByLabel('Passphrase of the file', { exact: true })).toHaveCount(0)
  await prove(page, 'Continue')
  await expect(page.getByLabel('Passphrase of the file', { exact: true })).toBeVisible({ timeout: 30_000 })
  for (const kind of ['Aegis, encrypted', 'Aegis, plain', 'List of otpauth links', 'Sheet to print']) {
    await page.getByRole('radio', { name: kind }).check()
    await expect(page.getByLabel('Passphrase', { exact: true }), kind).toBeVisible()
    await expect(page.getByLabel('Password of the file', { exact: true })).toHaveCount(0)
  }
  await page.getByRole('radio', { name: 'List of otpauth links' }).check()
  const saving = page.waitForEvent('download')
  await prove(page, 'Save the file')
  expect((await saving).suggestedFilename()).toMatch(/otpauth/)
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('')
})

test('where the browser opens the codes by itself, nothing is asked for', async ({ page, server }) => {
  await openUnprotected(page, server)
  await openMenu(page, 'Settings')
  await page.getByRole('button', { name: 'Add a passphrase', exact: true }).click()
  await expect(page.getByLabel('Repeat passphrase', { exact: true })).toBeVisible()
})
