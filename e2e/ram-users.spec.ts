/** Everyone in the account has MFA: invited, forced through the wizard, helped when the phone is lost. */
import { bindDevice, enable, finishWizard, readKey } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import type { Outbox } from './outbox.ts'
import {
  choosePassword,
  createUser,
  enforce,
  expectOnlyWizard,
  invitationLink,
  previewEveryone,
} from './ram.ts'
import { register } from './register.ts'
import { expectSecurityPage, giveCode, givePassword, signOut } from './sign-in.ts'

const NEW_PASSWORD = 'copper meadow under rain'
const GRACE = { name: 'grace', first: 'Invitation by email', email: 'grace@example.org' } as const
const LINUS = { name: 'linus', first: 'Generated password' } as const

/** Of the user whose page is shown. */
async function signInNameOf(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
}

/** Follows the link of the invitation and chooses a password. */
async function acceptInvitation(page: Page, outbox: Outbox): Promise<void> {
  await page.goto(await invitationLink(outbox, GRACE.email))
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set password' }).click()
}

test('an invited user is forced through the wizard and then signs in with two steps', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  await createUser(page, server, outbox, GRACE)
  const signInName = await signInNameOf(page)
  await expect(await previewEveryone(page, server, 0)).toContainText(/sent to set up MFA/)
  await enforce(page, outbox)

  const user = await newVisitor()
  await acceptInvitation(user, outbox)
  // The link of the mail was a moment ago, so the mailbox is proven and the wizard begins at the device.
  await expect(user.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  await expectOnlyWizard(user, server, 'Enable virtual MFA device')
  const device = await readKey(user)
  await enable(user, device.pair(), 'Phone')
  await finishWizard(user)
  await signOut(user)

  await givePassword(user, server, { email: signInName.replace('grace', 'Grace'), password: NEW_PASSWORD })
  await giveCode(user, device.next())
  await expectSecurityPage(user)
  await expect(user.getByRole('link', { name: 'RAM console' })).toHaveCount(0)
})

test('a generated password is replaced at the first sign-in', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const password = await createUser(page, server, outbox, LINUS)
  const user = await newVisitor()
  await givePassword(user, server, { email: await signInNameOf(page), password })
  await expect(user.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await user.goto(`${server.origin}/security/sessions`)
  await choosePassword(user, NEW_PASSWORD)
  await expect(user.getByRole('heading', { name: /^(Sessions|Account security)$/ })).toBeVisible()
})

test('a lost phone: a bypass code opens the wizard alone, a reset clears the way', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  await createUser(page, server, outbox, GRACE)
  const signInName = await signInNameOf(page)
  const user = await newVisitor()
  await acceptInvitation(user, outbox)
  await expectSecurityPage(user)
  await user.getByRole('button', { name: 'Set up virtual MFA' }).click()
  const device = await readKey(user)
  await enable(user, device.pair(), 'Phone')
  await finishWizard(user)
  await signOut(user)

  await page.reload()
  await page.getByRole('button', { name: 'Bypass code' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason', { exact: true }).fill('The phone is lost')
  await dialog.getByRole('button', { name: 'Bypass code' }).click()
  await expect(page.getByRole('dialog')).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole('dialog').innerText())?.[0]
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()

  await givePassword(user, server, { email: signInName, password: NEW_PASSWORD })
  await user.getByRole('button', { name: 'Try another way' }).click()
  await user.getByLabel('Recovery code', { exact: true }).fill(code ?? '')
  await user.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(
    user.getByRole('heading', { name: /Verify your identity|Enable virtual MFA device/ }),
  ).toBeVisible()
  await user.goto(`${server.origin}/security/sessions`)
  await expect(
    user.getByRole('heading', { name: /Verify your identity|Enable virtual MFA device/ }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Reset MFA' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset MFA' }).click()
  await expect(page.getByText(/No device is bound/)).toBeVisible()
})

test('an administrator with a device is asked again before a sensitive act', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  const { device } = await bindDevice(page, outbox)
  expect(device.last()).toMatch(/^\d{6}$/)
  await createUser(page, server, outbox, LINUS)
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible()
})

test('the search of a page just opened keeps the focus while one types slowly', async ({
  page,
  server,
  outbox,
}) => {
  await register(page, server, outbox)
  await createUser(page, server, outbox, LINUS)
  await page.goto(`${server.origin}/ram/users`)
  const search = page.getByRole('searchbox')
  await search.pressSequentially('lin', { delay: 500 })
  await expect(page).toHaveURL(/search=lin$/)
  await expect(search).toHaveValue('lin')
  await expect(search).toBeFocused()
})
