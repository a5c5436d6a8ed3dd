/** axe finds nothing serious on any page, in light and dark. */
import AxeBuilder from '@axe-core/playwright'
import { enable, openWizard, readKey, verifyByCode } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { OWNER, register } from './register.ts'
import { givePassword } from './sign-in.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no serious finding on any page, ${colorScheme}`, async ({ page, server, outbox }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(`${server.origin}/sign-in`)
    await judge(page, 'Sign in')
    await page.goto(server.firstAccount() ?? '')
    await judge(page, 'Create your account')
    await register(page, server, outbox)
    await judge(page, 'Account security')
    for (const path of [
      '/security/password',
      '/security/email',
      '/security/phone',
      '/security/questions',
      '/security/recovery-codes',
      '/security/sessions',
      '/security/activity',
      '/outbox',
      '/no-such-page',
    ]) {
      await page.goto(`${server.origin}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await judge(page)
    }
    await page.goto(`${server.origin}/security`)
    await openWizard(page)
    await judge(page, 'Verify your identity')
    await verifyByCode(page, outbox, 'Email', OWNER.email)
    const device = await readKey(page)
    await judge(page, 'Enable virtual MFA device')
    await enable(page, [device.wrong(), device.wrong()], 'Phone')
    await judge(page, 'Enable virtual MFA device')
    await enable(page, device.pair(), 'Phone')
    await judge(page, 'Virtual MFA is on')
    await page.goto(`${server.origin}/security`)
    await page.getByRole('button', { name: 'Manage', exact: true }).click()
    await judge(page, 'Virtual MFA devices')
    await page
      .getByRole('group', { name: 'Phone', exact: true })
      .getByRole('button', { name: 'Remove' })
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await judge(page)
    await page.context().clearCookies()
    await givePassword(page, server)
    await judge(page, 'Two-step verification')
  })
}

async function judge(page: Page, heading?: string): Promise<void> {
  if (heading !== undefined)
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(serious).toEqual([])
}
