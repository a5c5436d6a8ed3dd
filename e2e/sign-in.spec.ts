/** Signing in with two steps: codes that pass and codes that do not. */
import { bindDevice } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { OWNER, register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

test('password, then the code of this very moment', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await signOut(page)
  await givePassword(page, server)
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()
  await page.goto(`${server.origin}/security`)
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await givePassword(page, server)
  await giveCode(page, await device.current())
  await expectSecurityPage(page)
})

test('a code typed with a space passes', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await signOut(page)
  await givePassword(page, server)
  const code = device.next()
  await giveCode(page, `${code.slice(0, 3)} ${code.slice(3)}`)
  await expectSecurityPage(page)
})

test('a wrong code is refused with the tries left, the right one then passes', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await signOut(page)
  await givePassword(page, server)
  await giveCode(page, device.wrong())
  await expect(page.getByText(/4 tries left/i).first()).toBeVisible()
  await giveCode(page, device.next())
  await expectSecurityPage(page)
})

test('five wrong codes end the attempt; it starts again with the password', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await signOut(page)
  await givePassword(page, server)
  for (const left of [4, 3, 2, 1]) {
    await giveCode(page, device.wrong())
    await expect(page.getByText(new RegExp(`${left} (tries|try) left`, 'i')).first()).toBeVisible()
  }
  await giveCode(page, device.wrong())
  await expect(page.getByText(/start again/i).first()).toBeVisible()
  await givePassword(page, server)
  await giveCode(page, device.next())
  await expectSecurityPage(page)
})

test('the same code never passes twice', async ({ page, server, outbox, newVisitor }) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await signOut(page)
  const code = device.next()
  await givePassword(page, server)
  await giveCode(page, code)
  await expectSecurityPage(page)

  const visitor = await newVisitor()
  await givePassword(visitor, server)
  await giveCode(visitor, code)
  await expect(visitor.getByText(/used already/i).first()).toBeVisible()
  await visitor.goto(`${server.origin}/security`)
  await expect(visitor.getByRole('heading', { name: 'Account security' })).toHaveCount(0)
})

test('a code that was typed at binding does not sign in', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await signOut(page)
  await givePassword(page, server)
  await giveCode(page, device.last())
  await expect(page.getByText(/used already/i).first()).toBeVisible()
  await giveCode(page, device.next())
  await expectSecurityPage(page)
})

test('sign-in leads to the page one came for', async ({ page, server, outbox }) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  await page.getByRole('button', { name: 'Manage', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Virtual MFA devices' })).toBeVisible()
  const address = page.url()
  await signOut(page)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await page.getByLabel('Account name', { exact: true }).fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await giveCode(page, device.next())
  await expect(page.getByRole('heading', { name: 'Virtual MFA devices' })).toBeVisible()
})
