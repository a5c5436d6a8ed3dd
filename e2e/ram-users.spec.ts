/** Everyone in the account has MFA: invited, forced through the wizard, helped when the phone is lost. */
import { bindDevice, enable, finishWizard, readKey, verifyByCode } from './bind-device.ts'
import { expect, type Page, test } from './journey.ts'
import type { Outbox } from './outbox.ts'
import { OWNER, register } from './register.ts'
import type { RunningServer } from './server.ts'
import { expectSecurityPage, giveCode, signOut } from './sign-in.ts'

const NEW_PASSWORD = 'copper meadow under rain'
const GRACE = { name: 'grace', first: 'Invitation by email', email: 'grace@example.org' }
const LINUS = { name: 'linus', first: 'Generated password' }

async function openConsole(page: Page, place: string): Promise<void> {
  await page.getByRole('link', { name: 'RAM console' }).first().click()
  await page.getByRole('link', { name: place, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** While no second factor is bound the owner proves the mailbox, once for ten minutes. */
async function confirmByEmail(page: Page, outbox: Outbox): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm it is you' })
  await dialog.getByRole('button', { name: 'Send code' }).click()
  await dialog.getByLabel('Verification code', { exact: true }).fill(await outbox.nextCode(OWNER.email))
  await dialog.getByRole('button', { name: /^(Next|Confirm|Verify)$/ }).click()
  await expect(dialog).toHaveCount(0)
}

/** `outbox` where the owner has no second factor, and is asked for a code by mail. */
async function createUser(
  page: Page,
  user: { readonly name: string; readonly first: string; readonly email?: string },
  outbox?: Outbox,
): Promise<string> {
  const { name, first, email = '' } = user
  await openConsole(page, 'Users')
  await page
    .getByRole('button', { name: 'Create user' })
    .or(page.getByRole('link', { name: 'Create user' }))
    .first()
    .click()
  await page.getByLabel('User name', { exact: true }).fill(name)
  if (email !== '') await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('radio', { name: first }).check()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  if (outbox !== undefined) await confirmByEmail(page, outbox)
  const heading = page.getByRole('heading', { level: 1, name: new RegExp(`^${name}@`) })
  await expect(heading).toBeVisible()
  return (await heading.textContent()) ?? ''
}

/** Follows the link of the invitation and chooses a password. */
async function acceptInvitation(page: Page, outbox: Outbox, email: string): Promise<void> {
  const { text } = await outbox.next(email)
  await page.goto(/https?:\/\/\S+/.exec(text)?.[0] ?? '')
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set password' }).click()
}

async function signIn(page: Page, server: RunningServer, name: string, password: string): Promise<void> {
  await page.goto(`${server.origin}/sign-in`)
  await page.getByLabel('Account name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function enforceEveryone(page: Page): Promise<void> {
  await openConsole(page, 'Settings')
  await page
    .getByRole('radiogroup', { name: 'Who must have MFA' })
    .getByRole('radio', { name: 'Everyone' })
    .check()
  await page.getByLabel('Days of grace', { exact: true }).fill('0')
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Dry run' })).toContainText(/sent to set up MFA/)
  await page.getByRole('button', { name: 'Enforce', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Dry run' })).toHaveCount(0)
}

test('an invited user is forced through the wizard and then signs in with two steps', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const signInName = await createUser(page, GRACE, outbox)
  await enforceEveryone(page)

  const user = await newVisitor()
  await acceptInvitation(user, outbox, 'grace@example.org')
  // The link of the mail was a moment ago, so the mailbox is proven and the wizard begins at the device.
  await expect(user.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  await user.goto(`${server.origin}/security`)
  await expect(user.getByRole('heading', { name: 'Enable virtual MFA device' })).toBeVisible()
  const device = await readKey(user)
  await enable(user, device.pair(), 'Phone')
  await finishWizard(user)
  await signOut(user)

  await signIn(user, server, signInName.replace('grace', 'Grace'), NEW_PASSWORD)
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
  const signInName = await createUser(page, LINUS, outbox)
  const shown = await page.getByRole('main').innerText()
  const generated = /(?<![\w-])[A-Za-z0-9]{16}(?![\w-])|[A-Za-z0-9]{4}(?:-[A-Za-z0-9]{4}){3}/.exec(
    shown.replaceAll(signInName, ''),
  )?.[0]
  const user = await newVisitor()
  await signIn(user, server, signInName, generated ?? '')
  await expect(user.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await user.goto(`${server.origin}/security/sessions`)
  await expect(user.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await user.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await user.getByLabel('Repeat password', { exact: true }).fill(NEW_PASSWORD)
  await user.getByRole('button', { name: 'Set password' }).click()
  await expect(user.getByRole('heading', { name: /^(Sessions|Account security)$/ })).toBeVisible()
})

test('a lost phone: a bypass code opens the wizard alone, a reset clears the way', async ({
  page,
  server,
  outbox,
  newVisitor,
}) => {
  await register(page, server, outbox)
  const signInName = await createUser(page, GRACE, outbox)
  const user = await newVisitor()
  await acceptInvitation(user, outbox, 'grace@example.org')
  await expectSecurityPage(user)
  await user.getByRole('button', { name: 'Set up virtual MFA' }).click()
  if (await user.getByRole('heading', { name: 'Verify your identity' }).isVisible())
    await verifyByCode(user, outbox, 'Email', 'grace@example.org')
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

  await signIn(user, server, signInName, NEW_PASSWORD)
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
  await createUser(page, LINUS)
  await page.getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible()
})
