/** Every page of somebody with an account of their own, as `judgePage` wants it. */
import { enable, openWizard, readKey, verifyByCode } from './bind-device.ts'
import { test } from './journey.ts'
import { judgePage } from './judge.ts'
import { OWNER, register } from './register.ts'
import { givePassword } from './sign-in.ts'

test('no page has a serious finding in light, dark or high contrast, and each fits a phone', async ({
  page,
  server,
  outbox,
}) => {
  await page.goto(`${server.origin}/sign-in`)
  await judgePage(page, 'Sign in')
  await page.goto(server.firstAccount() ?? '')
  await judgePage(page, 'Create your account')
  await register(page, server, outbox)
  await judgePage(page, 'Account security')
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
    await judgePage(page)
  }
  await page.goto(`${server.origin}/security`)
  await openWizard(page)
  await judgePage(page, 'Verify your identity')
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  const device = await readKey(page)
  await judgePage(page, 'Enable virtual MFA device')
  await enable(page, [device.wrong(), device.wrong()], 'Phone')
  await judgePage(page, 'Enable virtual MFA device')
  await enable(page, device.pair(), 'Phone')
  await judgePage(page, 'Virtual MFA is on')
  await page.goto(`${server.origin}/security`)
  await page.getByRole('button', { name: 'Manage', exact: true }).click()
  await judgePage(page, 'Virtual MFA devices')
  await page
    .getByRole('group', { name: 'Phone', exact: true })
    .getByRole('button', { name: 'Remove' })
    .click()
  await judgePage(page, 'Remove Phone?')
  await page.context().clearCookies()
  await givePassword(page, server)
  await judgePage(page, 'Two-step verification')
})
