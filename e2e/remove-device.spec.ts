/** Managing devices: rename, a second one, remove; then the password alone signs in again. */
import { bindDevice, enable, readKey } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { OWNER, register } from './register.ts'
import { expectSecurityPage, givePassword, signOut } from './sign-in.ts'

test('a device is renamed and removed, and every address hears of it', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await bindDevice(page, outbox, 'Old phone')
  await page.getByRole('button', { name: 'Manage', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Virtual MFA devices' })).toBeVisible()

  const device = page.getByRole('group', { name: 'Old phone', exact: true })
  await device.getByRole('button', { name: 'Rename' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Blue phone')
  await dialog.getByRole('button', { name: /rename|save/i }).click()
  const renamed = page.getByRole('group', { name: 'Blue phone', exact: true })
  await expect(renamed).toBeVisible()

  await renamed.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('group', { name: 'Blue phone', exact: true })).toHaveCount(0)
  await page.goto(`${server.origin}/security`)
  await expect(page.getByRole('button', { name: 'Set up virtual MFA' })).toBeVisible()

  const mails = (await outbox.all()).filter(({ to }) => to === OWNER.email).map(({ text }) => text)
  expect(mails.some((text) => text.includes('Old phone'))).toBe(true)
  expect(mails.some((text) => text.includes('Blue phone'))).toBe(true)

  await signOut(page)
  await givePassword(page, server)
  await expectSecurityPage(page)
})

test('a second device makes no new recovery codes; both sign in', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await bindDevice(page, outbox, 'Phone')
  await page.getByRole('button', { name: 'Manage', exact: true }).click()
  await page.getByRole('button', { name: 'Add device' }).click()
  const second = await readKey(page)
  await enable(page, second.pair(), 'Tablet')
  await expect(page.getByRole('heading', { name: 'Virtual MFA is on' })).toBeVisible()
  await expect(page.getByText(/10/).first()).toBeVisible()
  await page.goto(`${server.origin}/security`)
  await page.getByRole('button', { name: 'Manage', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Phone', exact: true })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Tablet', exact: true })).toBeVisible()
})
