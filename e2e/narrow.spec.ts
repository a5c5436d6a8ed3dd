/** A phone's screen: nothing is wider than 390 pixels, and everything can be reached. */
import { openWizard, readKey, verifyByCode } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { OWNER, register } from './register.ts'

test.use({ viewport: { width: 390, height: 844 } })

test('every page fits a phone, and signing out is within reach', async ({ page, server, outbox }) => {
  await page.goto(`${server.origin}/sign-in`)
  await expectFit(page, 'Sign in')
  await register(page, server, outbox)
  await expectFit(page, 'Account security')
  for (const path of ['password', 'email', 'phone', 'questions', 'sessions', 'activity']) {
    await page.goto(`${server.origin}/security/${path}`)
    await expectFit(page)
  }
  await page.goto(`${server.origin}/outbox`)
  await expectFit(page)
  await page.goto(`${server.origin}/security`)
  await openWizard(page)
  await expectFit(page, 'Verify your identity')
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  await readKey(page)
  await expectFit(page, 'Enable virtual MFA device')

  await page.goto(`${server.origin}/security`)
  await expectFit(page, 'Account security')
  const button = page.getByRole('button', { name: 'Sign out', exact: true })
  const item = page.getByRole('menuitem', { name: 'Sign out', exact: true })
  if (!(await button.isVisible()))
    await page
      .getByRole('button', { name: /account|menu|ada@/i })
      .first()
      .click()
  await button.or(item).first().click()
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
})

async function expectFit(page: Page, heading?: string): Promise<void> {
  const wanted = heading === undefined ? { level: 1 } : { name: heading, exact: true }
  await expect(page.getByRole('heading', wanted)).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(390)
}
