/** Binding with the mailbox as proof of identity, by the QR code as it is read from the screen. */
import { enable, finishWizard, openWizard, scanQr, verifyByCode } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { OWNER, register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

test('verified by email, bound by the QR code on the screen', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await openWizard(page)
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  const device = await scanQr(page)
  await enable(page, device.pair(), 'Red phone')
  const recoveryCodes = await finishWizard(page)
  expect(recoveryCodes).toHaveLength(10)
  await signOut(page)
  await givePassword(page, server)
  await giveCode(page, device.next())
  await expectSecurityPage(page)
})

test('the QR code can be read in the dark scheme too', async ({ page, server, outbox }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await register(page, server, outbox)
  await openWizard(page)
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  const device = await scanQr(page)
  await enable(page, device.pair(), 'Night phone')
  await finishWizard(page)
})

test('the verification survives a reload, and leaving leaves no trace', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await openWizard(page)
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  await expect(page.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  await page.goto(`${server.origin}/security`)
  await expect(page.getByRole('button', { name: 'Set up virtual MFA' })).toBeVisible()
})

test('errors say which case it is, and mending them binds', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await openWizard(page)
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  const device = await scanQr(page)
  const [first, second] = device.pair()
  await enable(page, [first, first], 'Phone')
  await expect(page.getByText(/both codes are the same/i).first()).toBeVisible()
  await enable(page, [second, first], 'Phone')
  await expect(page.getByText(/codes are not consecutive/i).first()).toBeVisible()
  await enable(page, [device.wrong(), bump(device.wrong())], 'Phone')
  await expect(page.getByText(/account name/i).first()).toBeVisible()
  await enable(page, [first, second], 'Phone')
  await finishWizard(page)
})

function bump(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}
