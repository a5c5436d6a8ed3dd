/** Two browsers of one owner: the one ends the session of the other. */
import { bindDevice } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword } from './sign-in.ts'

test('signing out everywhere else ends the other browser at once', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  const other = await newVisitor()
  await givePassword(other, server)
  await giveCode(other, device.next())
  await expectSecurityPage(other)

  await page.goto(`${server.origin}/security/sessions`)
  await page.getByRole('button', { name: /everywhere/i }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: /sign out/i })
  await confirm.click()
  await expect(page.getByText(/signed out|ended/i).first()).toBeVisible()

  await other.reload()
  await expect(other.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await page.goto(`${server.origin}/security`)
  await expectSecurityPage(page)
})

test('binding a device ends the principal’s other sessions', async ({ page, server, outbox, newVisitor }) => {
  await register(page, server, outbox)
  const other = await newVisitor()
  await givePassword(other, server)
  await expectSecurityPage(other)
  await bindDevice(page, outbox)
  await other.reload()
  await expect(other.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
})
