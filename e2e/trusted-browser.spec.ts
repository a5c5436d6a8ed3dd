/** A browser that is trusted for some days: the password signs in alone, and what matters still asks for the code. */
import { bindDevice } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { PATIENCE } from './ram.ts'
import { register } from './register.ts'
import type { RunningServer } from './server.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

test('trusted for seven days, asked where it counts, and asked again once removed', async ({
  page,
  server,
  outbox,
}) => {
  test.setTimeout(300_000)
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await allowTrust(page, server, 7)

  await page.goto(`${server.origin}/security`)
  await signOut(page)
  await givePassword(page, server)
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Trust this browser', exact: true }).check()
  await giveCode(page, device.next())
  await expectSecurityPage(page)
  await expect(page.getByText('1 browser', { exact: true })).toBeVisible()

  await signOut(page)
  await givePassword(page, server)
  await expectSecurityPage(page)
  await page.goto(`${server.origin}/security/sessions`)
  await expect(page.getByText('Password, in a trusted browser')).toBeVisible(PATIENCE)

  await page.goto(`${server.origin}/security/devices`)
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  const confirm = page.getByRole('dialog', { name: 'Confirm it is you' })
  await expect(confirm).toBeVisible(PATIENCE)
  await expect(confirm.getByLabel('Verification code', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`${server.origin}/security`)
  await page.getByRole('button', { name: 'See trusted browsers' }).click()
  const listed = page.getByRole('region', { name: 'Trusted' })
  await expect(listed.getByText('This browser', { exact: true })).toBeVisible(PATIENCE)
  await listed.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page.getByText('No browser is trusted')).toBeVisible(PATIENCE)

  await signOut(page)
  await givePassword(page, server)
  await giveCode(page, device.next())
  await expectSecurityPage(page)
})

test('where the account trusts no browser, nothing is offered', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await bindDevice(page, outbox)
  await expect(page.getByText('In this account every sign-in asks for a code.')).toBeVisible()
  await signOut(page)
  await givePassword(page, server)
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})

/** The binding a moment ago is proof enough. */
async function allowTrust(page: Page, server: RunningServer, days: number): Promise<void> {
  await page.goto(`${server.origin}/ram/settings`)
  await page.getByLabel('Days a browser may be trusted', { exact: true }).fill(String(days))
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Dry run' })).toBeVisible(PATIENCE)
  await page.getByRole('button', { name: 'Enforce', exact: true }).click()
  await expect(page.getByText('Settings enforced.')).toBeVisible(PATIENCE)
}
