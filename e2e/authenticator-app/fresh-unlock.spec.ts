/** What takes keys out of the vault, or gives it another way in, asks again for what opens it. */
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

test('no export leaves without the passphrase, sealed or not', async ({ page, server }) => {
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
