/** A fresh server: the link from the terminal makes the first account, once. */
import { expect, test } from './journey.ts'
import { OWNER, register } from './register.ts'
import { givePassword } from './sign-in.ts'

test('the set-up link makes the first account', async ({ page, server, outbox }) => {
  const link = server.firstAccount()
  expect(link).toMatch(/^http:\/\/localhost:\d+\/register#/)
  await register(page, server, outbox)
  await expect(page.getByText(OWNER.email).first()).toBeVisible()
})

test('a wrong code makes no account, the right one then does', async ({ page, server, outbox }) => {
  await page.goto(server.firstAccount() ?? '')
  await page.getByLabel('Email', { exact: true }).fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  const code = await outbox.nextCode(OWNER.email)
  const wrong = code === '000000' ? '000001' : '000000'
  await page.getByLabel('Email code', { exact: true }).fill(wrong)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText(/code is not right/i).first()).toBeVisible()
  await page.getByLabel('Email code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible()
})

test('without the link nobody claims a fresh server, and a spent link opens nothing', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  const link = server.firstAccount() ?? ''
  const stranger = await newVisitor()
  const answer = await stranger.request.post(`${server.origin}/api/register`, {
    data: { email: 'eve@example.org', password: OWNER.password },
    headers: { origin: server.origin },
  })
  expect(answer.status()).toBe(403)
  await register(page, server, outbox)
  await stranger.goto(link)
  await expect(stranger.getByText(/cannot be created here/i)).toBeVisible()
  const late = await stranger.request.post(`${server.origin}/api/register`, {
    data: { email: 'eve@example.org', password: OWNER.password, setUpToken: link.split('token=')[1] },
    headers: { origin: server.origin },
  })
  expect(late.status()).toBe(403)
  await server.restart()
  expect(server.firstAccount()).toBeUndefined()
})

test('a short and a common password are refused with the reason', async ({ page, server }) => {
  await page.goto(server.firstAccount() ?? '')
  await page.getByLabel('Email', { exact: true }).fill(OWNER.email)
  for (const [password, reason] of [
    ['short', /too short|15 characters/i],
    ['Sallyport 202611', /contains|choose another/i],
  ] as const) {
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByText(reason).first()).toBeVisible()
  }
})

test('a wrong name and a wrong password look the same', async ({ page, server, outbox, newVisitor }) => {
  await register(page, server, outbox)
  const visitor = await newVisitor()
  const said: string[] = []
  for (const owner of [
    { ...OWNER, password: 'something else entirely' },
    { ...OWNER, email: 'nobody@example.org' },
  ]) {
    await givePassword(visitor, server, owner)
    await expect(visitor.getByText(/account name or password/i).first()).toBeVisible()
    said.push(
      await visitor
        .getByText(/account name or password/i)
        .first()
        .innerText(),
    )
  }
  expect(said[0]).toBe(said[1])
})
