/** Both halves of the product: the console's wizard in one page, the authenticator app in the next. */
import { enable, finishWizard, openWizard, verifyByCode } from '../bind-device.ts'
import { expect, test } from '../journey.ts'
import { OWNER, register } from '../register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from '../sign-in.ts'
import { codesOf, expectList } from './open-app.ts'

test('the app takes the key from the wizard, and its codes bind the device and sign in', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  await openWizard(page)
  await verifyByCode(page, outbox, 'Email', OWNER.email)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open in Sallyport Authenticator' }).click()
  const app = await opened
  await app.getByRole('button', { name: 'Continue without a passphrase' }).click()
  // The key came in the fragment, which is taken out of the address, and it is asked before anything is added.
  await expect(app.getByRole('button', { name: 'Add', exact: true })).toBeVisible()
  expect(new URL(app.url()).hash).toBe('')
  await app.getByRole('button', { name: 'Add', exact: true }).click()
  await expectList(app)

  const name = `Sallyport, ${OWNER.email}`
  const { code, next } = await codesOf(app, name)
  expect(code).toMatch(/^\d{6}$/)
  await enable(page, [code, next], 'This browser')
  await finishWizard(page)
  await signOut(page)

  await givePassword(page, server)
  await app.bringToFront()
  // The pair that bound the device is spent: the first code after it is the next of the second.
  await expect.poll(async () => (await codesOf(app, name)).code, { timeout: 70_000 }).toBe(next)
  const { next: fresh } = await codesOf(app, name)
  await page.bringToFront()
  await giveCode(page, fresh)
  await expectSecurityPage(page)
})
