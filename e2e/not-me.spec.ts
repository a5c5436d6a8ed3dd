/** A sign-in that its owner did not do: the mail, what its link ends, and the way back in. */
import { bindDevice } from './bind-device.ts'
import { expect, test } from './journey.ts'
import { judgePage } from './judge.ts'
import { chooseAnew, endAccess, notMeLink } from './not-me.ts'
import { OWNER, register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword } from './sign-in.ts'

const CHOSEN = 'copper meadow under rain'

test('It wasn’t me ends a thief’s session and pending sign-in; the owner chooses a new password and comes in with two steps', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  const thief = await newVisitor()
  await givePassword(thief, server)
  await giveCode(thief, device.next())
  await expectSecurityPage(thief)
  const pending = await newVisitor()
  await givePassword(pending, server)
  await expect(pending.getByRole('heading', { name: 'Two-step verification' })).toBeVisible()

  const mailbox = await newVisitor()
  const link = await notMeLink(outbox, OWNER.email)
  await endAccess(mailbox, link)
  await thief.reload()
  await expect(thief.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  // Refused with its attempt, so the code is still good for the owner.
  const code = device.next()
  await pending.getByLabel('Verification code', { exact: true }).fill(code)
  await pending.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(pending.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
  await givePassword(thief, server)
  await expect(thief.getByText('Account name or password is wrong.')).toBeVisible()

  await chooseAnew(mailbox, OWNER.password, OWNER.password)
  await expect(mailbox.getByText('The new password is the same as the old one.')).toBeVisible()
  await chooseAnew(mailbox, CHOSEN, OWNER.password)
  await expect(mailbox.getByText('Your new password is set')).toBeVisible()
  await mailbox.getByRole('link', { name: 'Sign in', exact: true }).click()
  await givePassword(mailbox, server, { ...OWNER, password: CHOSEN })
  await giveCode(mailbox, code)
  await expectSecurityPage(mailbox)
  await mailbox.goto(`${server.origin}/security/activity`)
  await expect(mailbox.getByText('Access ended by the link of a mail')).toBeVisible()
  await expect(mailbox.getByText('Not as usual: new browser').first()).toBeVisible()
  await mailbox.goto(`${server.origin}/security`)
  await mailbox.goto(link)
  await expect(mailbox.getByText(/link/i).first()).toBeVisible()
  await expect(mailbox.getByRole('button', { name: 'End access' })).toHaveCount(0)
})

test('without a second factor the page asks for the old password beside the new one', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const other = await newVisitor()
  await givePassword(other, server)
  await expectSecurityPage(other)
  await page.goto(`${server.origin}/outbox`)
  await endAccess(page, await notMeLink(outbox, OWNER.email))
  await chooseAnew(page, CHOSEN, 'not the old one at all')
  await expect(page.getByText('not right')).toBeVisible()
  await chooseAnew(page, CHOSEN, OWNER.password)
  await page.getByRole('link', { name: 'Sign in', exact: true }).click()
  await givePassword(page, server, { ...OWNER, password: CHOSEN })
  await expectSecurityPage(page)
})

test('the page has no serious finding in light, dark or high contrast, and fits a phone', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const other = await newVisitor()
  await givePassword(other, server)
  await expectSecurityPage(other)
  const visitor = await newVisitor()
  const link = await notMeLink(outbox, OWNER.email)
  await visitor.goto(link)
  await expect(visitor.getByRole('button', { name: 'End access' })).toBeVisible()
  await judgePage(visitor)
  await visitor.getByRole('button', { name: 'End access' }).click()
  await expect(visitor.getByLabel('Old password', { exact: true })).toBeVisible()
  await judgePage(visitor)
  await chooseAnew(visitor, CHOSEN, OWNER.password)
  await expect(visitor.getByText('Your new password is set')).toBeVisible()
  await judgePage(visitor)
  await visitor.goto(`${server.origin}/sign-in`)
  await visitor.goto(link)
  await expect(visitor.getByRole('alert')).toBeVisible()
  await judgePage(visitor)
})
