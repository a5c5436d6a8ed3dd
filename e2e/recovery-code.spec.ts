/** A recovery code in place of the device, once each. */
import { bindDevice } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { register } from './register.ts'
import { expectSecurityPage, givePassword, signOut } from './sign-in.ts'

test('a recovery code signs in once, and never again', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  const { recoveryCodes } = await bindDevice(page, outbox)
  expect(recoveryCodes).toHaveLength(10)
  const [used = '', fresh = ''] = recoveryCodes
  await signOut(page)
  await givePassword(page, server)
  await giveRecoveryCode(page, used)
  await expectSecurityPage(page)
  await expect(page.getByText(/\b9\b.*left|9 of 10|9 codes/i).first()).toBeVisible()

  await signOut(page)
  await givePassword(page, server)
  await giveRecoveryCode(page, used)
  await expect(page.getByText(/not right or was used|used already/i).first()).toBeVisible()
  await page.getByLabel('Recovery code', { exact: true }).fill(fresh.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expectSecurityPage(page)
})

async function giveRecoveryCode(page: Page, code: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await page.getByRole('button', { name: 'Try another way' }).click()
  await page.getByLabel('Recovery code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
}
