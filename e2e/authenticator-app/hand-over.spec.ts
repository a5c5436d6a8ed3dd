/** What is pasted, dropped or handed over by a link: taken where adding is meant, and forgotten with a lock. */
import { expect, type Page, test } from '../journey.ts'
import { accountOf, addByHand, expectList, openUnprotected, openWithPassphrase, unlock } from './open-app.ts'

const URI = 'otpauth://totp/ACME%20Co:john?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co'
const NAME = 'ACME Co, john'

/** Pastes a text into whatever has focus. */
function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('a pasted link is taken in from every view that adds accounts', async ({ page, server }) => {
  await openUnprotected(page, server)
  for (const name of ['Scan QR code', 'Import']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
    await paste(page, URI)
    await expect(accountOf(page, NAME)).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(accountOf(page, NAME)).toHaveCount(0)
  }
})

test('what is pasted into a field is the field’s, and other views say where it goes', async ({
  page,
  server,
}) => {
  await openUnprotected(page, server)
  await page.getByRole('button', { name: 'Enter key by hand' }).click()
  await page.getByLabel('Account', { exact: true }).focus()
  await paste(page, URI)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expectList(page)
  await expect(page.getByText('No accounts yet')).toBeVisible()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Settings', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
  await paste(page, URI)
  await expect(page.getByText(/go to the list of accounts first/)).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByText('No accounts yet')).toBeVisible()
})

test('a link with its PIN is added without asking for another', async ({ page, server }) => {
  await openUnprotected(page, server)
  await page.goto(`${server.authenticator}/#${URI}`)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(accountOf(page, NAME)).toBeVisible()
  const yandex =
    'otpauth://yaotp/Yandex:ivan?secret=LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI&issuer=Yandex&pin=G42TQNQ'
  await page.goto(`${server.authenticator}/#${yandex}`)
  await expect(page.getByText('Yandex, ivan')).toBeVisible()
  await expect(page.getByLabel(/PIN/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(accountOf(page, 'Yandex, ivan')).toBeVisible()
})

test('a key that was handed over by a link is forgotten when the vault locks', async ({ page, server }) => {
  await openWithPassphrase(page, server)
  await addByHand(page, 'jane', 'Bank', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')
  const second = await page.context().newPage()
  await second.goto(server.authenticator)
  await unlock(second)
  await expect(accountOf(second, 'Bank, jane')).toBeVisible({ timeout: 30_000 })
  await page.evaluate((uri) => {
    location.hash = uri
  }, URI)
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeVisible()
  await second.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Unlock' })).toBeVisible()
  await unlock(page)
  await expect(accountOf(page, 'Bank, jane')).toBeVisible({ timeout: 30_000 })
  await page.goForward().catch(() => undefined)
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0)
})

test('an address without encryption says so', async ({ page, server }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
  await page.goto(server.authenticator)
  await expect(page.getByText(/Browsers give no encryption to an address without https/)).toBeVisible()
})
