/** The server stops and starts again in between: everything is where it was. */
import { bindDevice } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

test('account, session and device outlive a restart', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  await server.restart()
  await page.reload()
  await expectSecurityPage(page)

  const { device, recoveryCodes } = await bindDevice(page, outbox)
  await server.restart()
  await page.reload()
  await expectSecurityPage(page)
  await signOut(page)

  await givePassword(page, server)
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await server.restart()
  await giveCode(page, device.last())
  await expect(page.getByText(/used already/i).first()).toBeVisible()
  await giveCode(page, device.next())
  await expectSecurityPage(page)
  expect(recoveryCodes).toHaveLength(10)
})

test('SIGTERM ends the server cleanly', async ({ server }) => {
  expect(await server.stop()).toBe(0)
})
