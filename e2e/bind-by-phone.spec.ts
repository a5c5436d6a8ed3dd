/** Binding with the phone as proof of identity, by the key typed from the screen. */
import { enable, finishWizard, openWizard, readKey, verifyByCode } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

const PHONE = '+4915112345678'

test('phone set up, verified by text message, bound by the typed key', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await page.getByRole('button', { name: 'Add phone' }).click()
  await page.getByLabel('Phone number', { exact: true }).fill(PHONE)
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByLabel('Verification code', { exact: true }).fill(await outbox.nextCode(PHONE))
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expectSecurityPage(page)
  await expect(page.getByRole('button', { name: 'Add phone' })).toHaveCount(0)

  await openWizard(page)
  await verifyByCode(page, outbox, 'Phone', PHONE)
  const device = await readKey(page)
  await enable(page, device.pair(), '红色手机')
  expect(await finishWizard(page)).toHaveLength(10)
  await signOut(page)
  await givePassword(page, server)
  await giveCode(page, device.next())
  await expectSecurityPage(page)
})
