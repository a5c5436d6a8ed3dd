/** The whole way on a phone’s screen: registering, the wizard, and signing out within reach. */
import { openWizard, readKey, verifyByCode } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import { expectFit } from './judge.ts'
import { OWNER, register } from './register.ts'

const viewport = { width: 390, height: 844 }
test.use({ viewport })

test('on a phone an account is made, its wizard walked, and signing out is within reach', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  await fits(page, 'Account security')
  await openWizard(page)
  await fits(page, 'Verify your identity')
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  await readKey(page)
  await fits(page, 'Enable virtual MFA device')

  await page.goto(`${server.origin}/security`)
  await fits(page, 'Account security')
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

async function fits(page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
  await expectFit(page, viewport.width)
}
